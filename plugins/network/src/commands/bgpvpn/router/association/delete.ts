import {OscCommand} from '@osc-cli/core'
import {associationsArgs} from '#bgpvpn/association-args'
import {Bgpvpn} from '#bgpvpn/bgpvpn'
import {RouterAssociation} from '#bgpvpn/router-association'

export default class BgpvpnRouterAssociationDelete extends OscCommand {
  static override summary = 'Remove routers from a BGP VPN'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/bgpvpn/bgpvpns?name={name}',
    'DELETE /v2.0/bgpvpn/bgpvpns/{bgpvpn_id}/router_associations/{id}',
  ]
  static override requires = 'bgpvpn'
  static override examples = [
    {
      command:
        'osc bgpvpn router association delete $(osc bgpvpn router association list branch -f value -c ID | tail -1) branch',
      description: 'Delete an association',
    },
  ]
  static override args = {...associationsArgs}

  async run(): Promise<void> {
    const {args} = await this.parse(BgpvpnRouterAssociationDelete)
    const associations = this.api(RouterAssociation).under(await this.api(Bgpvpn).id(args.bgpvpn))
    await this.each(args.association_ids, (id) => associations.delete(id))
  }
}
