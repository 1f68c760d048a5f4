import {ShowCommand} from '@osc-cli/core'
import {associationArgs} from '#bgpvpn/association-args'
import {Bgpvpn} from '#bgpvpn/bgpvpn'
import {RouterAssociation, routerAssociationFields} from '#bgpvpn/router-association'

export default class BgpvpnRouterAssociationShow extends ShowCommand {
  static override summary = 'Show the association of a router with a BGP VPN'
  static override roles = ['reader']
  static override columns = Object.keys(routerAssociationFields)
  static override calls = [
    'GET /v2.0/bgpvpn/bgpvpns?name={name}',
    'GET /v2.0/bgpvpn/bgpvpns/{bgpvpn_id}/router_associations/{id}',
  ]
  static override requires = 'bgpvpn'
  static override examples = [
    {
      command:
        'osc bgpvpn router association show $(osc bgpvpn router association list branch -f value -c ID | tail -1) branch',
      description: 'Show its router and what is advertised',
    },
  ]
  static override args = {...associationArgs}

  async run(): Promise<void> {
    const {args} = await this.parse(BgpvpnRouterAssociationShow)
    const associations = this.api(RouterAssociation).under(await this.api(Bgpvpn).id(args.bgpvpn))
    await this.show(await associations.find(args.association_id), routerAssociationFields)
  }
}
