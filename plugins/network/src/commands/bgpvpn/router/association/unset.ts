import {OscCommand} from '@osc-cli/core'
import {associationArgs} from '#bgpvpn/association-args'
import {Bgpvpn} from '#bgpvpn/bgpvpn'
import {advertisesExtraRoutes, extraRoutesFlags, RouterAssociation} from '#bgpvpn/router-association'

export default class BgpvpnRouterAssociationUnset extends OscCommand {
  static override summary = 'Undo what a router advertises to a BGP VPN'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/bgpvpn/bgpvpns?name={name}',
    'PUT /v2.0/bgpvpn/bgpvpns/{bgpvpn_id}/router_associations/{id}',
  ]
  static override requires = 'bgpvpn-routes-control'
  static override seeAlso = ['bgpvpn router association set']
  static override examples = [
    {
      command:
        'osc bgpvpn router association unset --advertise_extra_routes $(osc bgpvpn router association list branch -f value -c ID | tail -1) branch',
      description: 'Stop advertising extra routes',
    },
  ]
  static override args = {...associationArgs}
  static override flags = extraRoutesFlags(
    'Do not advertise the extra routes of the router',
    'Advertise the extra routes of the router',
  )

  async run(): Promise<void> {
    const {args, flags} = await this.parse(BgpvpnRouterAssociationUnset)
    const associations = this.api(RouterAssociation).under(await this.api(Bgpvpn).id(args.bgpvpn))
    const given = advertisesExtraRoutes(flags)
    await associations.update(args.association_id, {advertise_extra_routes: given === undefined ? undefined : !given})
  }
}
