import {Flags, OscCommand} from '@osc-cli/core'
import {associationArgs} from '#bgpvpn/association-args'
import {Bgpvpn} from '#bgpvpn/bgpvpn'
import {advertisesFixedIps, fixedIpsFlags, PortAssociation} from '#bgpvpn/port-association'
import {withoutRoutes} from '#bgpvpn/routes'

export default class BgpvpnPortAssociationUnset extends OscCommand {
  static override summary = 'Remove routes that a port advertises to a BGP VPN'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/bgpvpn/bgpvpns?name={name}',
    'GET /v2.0/bgpvpn/bgpvpns/{bgpvpn_id}/port_associations/{id}',
    'PUT /v2.0/bgpvpn/bgpvpns/{bgpvpn_id}/port_associations/{id}',
  ]
  static override requires = 'bgpvpn-routes-control'
  static override seeAlso = ['bgpvpn port association set']
  static override examples = [
    {
      command:
        'osc bgpvpn port association unset --all-prefix-routes $(osc bgpvpn port association list branch -f value -c ID | tail -1) branch',
      description: 'Stop advertising prefixes',
    },
  ]
  static override args = {...associationArgs}
  static override flags = {
    ...fixedIpsFlags('Do not advertise the fixed IPs of the port', 'Advertise the fixed IPs of the port'),
    'prefix-route': Flags.strings({description: 'Prefix route to remove (repeatable)', helpValue: 'CIDR'}),
    'bgpvpn-route': Flags.strings({
      description: 'BGP VPN (name or ID) whose routes to remove (repeatable)',
      helpValue: 'BGPVPN',
    }),
    'all-prefix-routes': Flags.boolean({description: 'Remove all prefix routes'}),
    'all-bgpvpn-routes': Flags.boolean({description: 'Remove all routes of BGP VPNs'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(BgpvpnPortAssociationUnset)
    const associations = this.api(PortAssociation).under(await this.api(Bgpvpn).id(args.bgpvpn))
    const {routes} = await associations.find(args.association_id)
    const given = advertisesFixedIps(flags)
    await associations.update(args.association_id, {
      advertise_fixed_ips: given === undefined ? undefined : !given,
      routes: await withoutRoutes(this.api, routes, flags),
    })
  }
}
