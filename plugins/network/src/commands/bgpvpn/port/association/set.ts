import {Flags, OscCommand} from '@osc-cli/core'
import {associationArgs} from '#bgpvpn/association-args'
import {Bgpvpn} from '#bgpvpn/bgpvpn'
import {advertisesFixedIps, fixedIpsFlags, PortAssociation} from '#bgpvpn/port-association'
import {routeFlags, withRoutes} from '#bgpvpn/routes'

export default class BgpvpnPortAssociationSet extends OscCommand {
  static override summary = 'Change what a port advertises to a BGP VPN'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/bgpvpn/bgpvpns?name={name}',
    'GET /v2.0/bgpvpn/bgpvpns/{bgpvpn_id}/port_associations/{id}',
    'PUT /v2.0/bgpvpn/bgpvpns/{bgpvpn_id}/port_associations/{id}',
  ]
  static override requires = 'bgpvpn-routes-control'
  static override seeAlso = ['bgpvpn port association unset']
  static override examples = [
    {
      command:
        'osc bgpvpn port association set --prefix-route prefix=192.0.2.0/24 $(osc bgpvpn port association list branch -f value -c ID | tail -1) branch',
      description: 'Advertise a prefix',
    },
  ]
  static override args = {...associationArgs}
  static override flags = {
    ...fixedIpsFlags('Advertise the fixed IPs of the port', 'Do not advertise the fixed IPs of the port'),
    ...routeFlags,
    'no-prefix-route': Flags.boolean({description: 'Remove all prefix routes'}),
    'no-bgpvpn-route': Flags.boolean({description: 'Remove all routes of BGP VPNs'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(BgpvpnPortAssociationSet)
    const associations = this.api(PortAssociation).under(await this.api(Bgpvpn).id(args.bgpvpn))
    const {routes} = await associations.find(args.association_id)
    await associations.update(args.association_id, {
      advertise_fixed_ips: advertisesFixedIps(flags),
      routes: await withRoutes(this.api, routes, flags),
    })
  }
}
