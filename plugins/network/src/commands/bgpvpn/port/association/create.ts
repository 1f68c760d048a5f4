import {Known, projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {associateArgs} from '#bgpvpn/association-args'
import {Bgpvpn} from '#bgpvpn/bgpvpn'
import {advertisesFixedIps, fixedIpsFlags, PortAssociation, portAssociationFields} from '#bgpvpn/port-association'
import {routeFlags, withRoutes} from '#bgpvpn/routes'

export default class BgpvpnPortAssociationCreate extends ShowCommand {
  static override summary = 'Add a port to a BGP VPN'
  static override roles = ['member']
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v2.0/bgpvpn/bgpvpns?name={name}',
    'GET /v2.0/ports?name={name}',
    'POST /v2.0/bgpvpn/bgpvpns/{bgpvpn_id}/port_associations',
  ]
  static override requires = 'bgpvpn-routes-control'
  static override examples = [{command: 'osc bgpvpn port association create branch web', description: 'Connect a port'}]
  static override args = associateArgs('Port')
  static override flags = {
    ...projectFlags('Project that owns the association (name or ID)'),
    ...fixedIpsFlags('Advertise the fixed IPs of the port (default)', 'Do not advertise the fixed IPs of the port'),
    ...routeFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(BgpvpnPortAssociationCreate)
    const [bgpvpn, port, project] = await Promise.all([
      this.api(Bgpvpn).id(args.bgpvpn),
      this.api(Known.Port).id(args.resource),
      projectOf(this.api, flags),
    ])
    const created = await this.api(PortAssociation)
      .under(bgpvpn)
      .create({
        port_id: port,
        project_id: project,
        advertise_fixed_ips: advertisesFixedIps(flags),
        routes: await withRoutes(this.api, [], flags),
      })
    await this.show(created, portAssociationFields)
  }
}
