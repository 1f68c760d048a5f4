"""Lets Neutron of this version run with all its service plugins at once."""
from neutron.common import utils
from neutron_lib.api.definitions import bgpvpn_routes_control as routes_control

# A service plugin that does not check its filters (VPN, BGP, tap services) switches the check off for all others. Here a misspelled
# filter of a port list has to stay an error.
utils.disable_extension_by_service_plugin = lambda core_plugin, service_plugin: None


class WithoutPortAssociations(dict):
    def items(self):
        return [(name, value) for name, value in super().items() if name != routes_control.PORT_ASSOCIATIONS]


# Local IPs and BGP VPNs both have `port_associations`. Extensions are merged by that name alone, so each would get the other's attributes.
routes_control.SUB_RESOURCE_ATTRIBUTE_MAP = WithoutPortAssociations(routes_control.SUB_RESOURCE_ATTRIBUTE_MAP)
