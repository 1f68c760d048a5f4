import {Args, ListCommand} from '@osc-cli/core'
import {listSubports, subportColumns} from '#network-trunk'

export default class NetworkTrunkSubportList extends ListCommand {
  static override summary = 'List the subports of a trunk'
  static override roles = ['reader']
  static override columns = Object.keys(subportColumns)
  static override calls = ['GET /v2.0/trunks?name={name}', 'GET /v2.0/trunks/{id}/get_subports']
  static override requires = 'trunk'
  static override examples = [{command: 'osc network trunk subport list trunk', description: 'List all subports'}]
  static override args = {
    trunk: Args.string({description: 'Trunk (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkTrunkSubportList)
    await this.table(subportColumns, await listSubports(this.api, args.trunk))
  }
}
