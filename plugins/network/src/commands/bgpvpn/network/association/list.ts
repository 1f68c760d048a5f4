import {Flags, ListCommand} from '@osc-cli/core'
import {bgpvpnArgs} from '#bgpvpn/association-args'
import {Bgpvpn} from '#bgpvpn/bgpvpn'
import {longNetworkAssociationColumns, NetworkAssociation, networkAssociationColumns} from '#bgpvpn/network-association'
import {propertyFlag} from '#bgpvpn/property-flag'

export default class BgpvpnNetworkAssociationList extends ListCommand {
  static override summary = 'List the networks of a BGP VPN'
  static override roles = ['reader']
  static override columns = Object.keys({...networkAssociationColumns, ...longNetworkAssociationColumns})
  static override calls = [
    'GET /v2.0/bgpvpn/bgpvpns?name={name}',
    'GET /v2.0/bgpvpn/bgpvpns/{bgpvpn_id}/network_associations',
  ]
  static override requires = 'bgpvpn'
  static override examples = [
    {command: 'osc bgpvpn network association list branch', description: 'List all associated networks'},
  ]
  static override args = {...bgpvpnArgs}
  static override flags = {
    long: Flags.boolean({description: 'Include additional columns'}),
    ...propertyFlag('associations'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(BgpvpnNetworkAssociationList)
    const associations = this.api(NetworkAssociation)
      .under(await this.api(Bgpvpn).id(args.bgpvpn))
      .list(Flags.toObject(flags.property))
    await this.table(flags.long ? longNetworkAssociationColumns : networkAssociationColumns, associations)
  }
}
