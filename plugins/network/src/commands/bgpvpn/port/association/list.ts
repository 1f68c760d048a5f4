import {Flags, ListCommand} from '@osc-cli/core'
import {bgpvpnArgs} from '#bgpvpn/association-args'
import {Bgpvpn} from '#bgpvpn/bgpvpn'
import {longPortAssociationColumns, PortAssociation, portAssociationColumns} from '#bgpvpn/port-association'
import {propertyFlag} from '#bgpvpn/property-flag'

export default class BgpvpnPortAssociationList extends ListCommand {
  static override summary = 'List the ports of a BGP VPN'
  static override roles = ['reader']
  static override columns = Object.keys({...portAssociationColumns, ...longPortAssociationColumns})
  static override calls = [
    'GET /v2.0/bgpvpn/bgpvpns?name={name}',
    'GET /v2.0/bgpvpn/bgpvpns/{bgpvpn_id}/port_associations',
  ]
  static override requires = 'bgpvpn-routes-control'
  static override examples = [
    {command: 'osc bgpvpn port association list branch', description: 'List all associated ports'},
  ]
  static override args = {...bgpvpnArgs}
  static override flags = {
    long: Flags.boolean({description: 'Include additional columns'}),
    ...propertyFlag('associations'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(BgpvpnPortAssociationList)
    const associations = this.api(PortAssociation)
      .under(await this.api(Bgpvpn).id(args.bgpvpn))
      .list(Flags.toObject(flags.property))
    await this.table(flags.long ? longPortAssociationColumns : portAssociationColumns, associations)
  }
}
