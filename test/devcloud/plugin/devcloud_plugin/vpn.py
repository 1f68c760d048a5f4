"""The IPsec driver of neutron-vpnaas, which here also reports what an agent would report: everything created is ACTIVE.

Without that, VPN services and connections stay PENDING_CREATE, and the API refuses to change them.
"""
from neutron_lib import constants
from neutron_lib.db import api as db_api
from neutron_vpnaas.db.vpn import vpn_models
from neutron_vpnaas.services.vpn.service_drivers import ipsec


class AgentlessDriver(ipsec.IPsecVPNDriver):
    def create_vpnservice(self, context, vpnservice):
        super().create_vpnservice(context, vpnservice)
        self._activate(context, vpn_models.VPNService, vpnservice['id'])

    def create_ipsec_site_connection(self, context, connection):
        super().create_ipsec_site_connection(context, connection)
        self._activate(context, vpn_models.IPsecSiteConnection, connection['id'])

    def _activate(self, context, model, id):
        with db_api.CONTEXT_WRITER.using(context):
            context.session.query(model).filter_by(id=id).update({'status': constants.ACTIVE})
