import {Flags, ListCommand} from '@osc-cli/core'
import {bgpvpnArgs} from '#bgpvpn/association-args'
import {Bgpvpn} from '#bgpvpn/bgpvpn'
import {propertyFlag} from '#bgpvpn/property-flag'
import {longRouterAssociationColumns, RouterAssociation, routerAssociationColumns} from '#bgpvpn/router-association'

export default class BgpvpnRouterAssociationList extends ListCommand {
  static override summary = 'List the routers of a BGP VPN'
  static override roles = ['reader']
  static override columns = Object.keys({...routerAssociationColumns, ...longRouterAssociationColumns})
  static override calls = [
    'GET /v2.0/bgpvpn/bgpvpns?name={name}',
    'GET /v2.0/bgpvpn/bgpvpns/{bgpvpn_id}/router_associations',
  ]
  static override requires = 'bgpvpn'
  static override examples = [
    {command: 'osc bgpvpn router association list branch', description: 'List all associated routers'},
  ]
  static override args = {...bgpvpnArgs}
  static override flags = {
    long: Flags.boolean({description: 'Include additional columns'}),
    ...propertyFlag('associations'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(BgpvpnRouterAssociationList)
    const associations = this.api(RouterAssociation)
      .under(await this.api(Bgpvpn).id(args.bgpvpn))
      .list(Flags.toObject(flags.property))
    await this.table(flags.long ? longRouterAssociationColumns : routerAssociationColumns, associations)
  }
}
