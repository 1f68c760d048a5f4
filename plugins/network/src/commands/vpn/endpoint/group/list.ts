import {Flags, ListCommand} from '@osc-cli/core'
import {EndpointGroup, endpointGroupColumns, longEndpointGroupColumns} from '#vpn/endpoint-group'

export default class VpnEndpointGroupList extends ListCommand {
  static override summary = 'List endpoint groups'
  static override roles = ['reader']
  static override columns = Object.keys({...endpointGroupColumns, ...longEndpointGroupColumns})
  static override calls = ['GET /v2.0/vpn/endpoint-groups']
  static override requires = 'vpn-endpoint-groups'
  static override examples = [{command: 'osc vpn endpoint group list', description: 'List all endpoint groups'}]
  static override flags = {
    long: Flags.boolean({description: 'Include additional columns'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(VpnEndpointGroupList)
    await this.table(flags.long ? longEndpointGroupColumns : endpointGroupColumns, this.api(EndpointGroup).list())
  }
}
