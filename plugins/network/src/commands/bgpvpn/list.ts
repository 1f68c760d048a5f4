import {Flags, ListCommand, projectFlags, projectOf} from '@osc-cli/core'
import {Bgpvpn, bgpvpnColumns, longBgpvpnColumns} from '#bgpvpn/bgpvpn'
import {propertyFlag} from '#bgpvpn/property-flag'

export default class BgpvpnList extends ListCommand {
  static override summary = 'List BGP VPNs'
  static override roles = ['reader']
  static override columns = Object.keys({...bgpvpnColumns, ...longBgpvpnColumns})
  static override calls = ['GET /v3/projects?name={name}', 'GET /v3/domains?name={name}', 'GET /v2.0/bgpvpn/bgpvpns']
  static override requires = 'bgpvpn'
  static override examples = [
    {command: 'osc bgpvpn list', description: 'List all BGP VPNs'},
    {command: 'osc bgpvpn list --property type=l3', description: 'List layer 3 VPNs'},
  ]
  static override flags = {
    ...projectFlags('List BGP VPNs of this project (name or ID)'),
    long: Flags.boolean({description: 'Include additional columns'}),
    ...propertyFlag('BGP VPNs'),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(BgpvpnList)
    const found = this.api(Bgpvpn).list({
      project_id: await projectOf(this.api, flags),
      ...Flags.toObject(flags.property),
    })
    await this.table(flags.long ? longBgpvpnColumns : bgpvpnColumns, found)
  }
}
