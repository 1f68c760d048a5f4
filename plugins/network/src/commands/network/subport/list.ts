import {Flags, ListCommand} from '@osc-cli/core'
import {listSubports, subportColumns} from '#network-trunk'

export default class NetworkSubportList extends ListCommand {
  static override summary = 'List the subports of a trunk'
  static override roles = ['reader']
  static override columns = Object.keys(subportColumns)
  static override calls = ['GET /v2.0/trunks?name={name}', 'GET /v2.0/trunks/{id}/get_subports']
  static override requires = 'trunk'
  static override examples = [{command: 'osc network subport list --trunk trunk', description: 'List all subports'}]
  static override flags = {
    trunk: Flags.string({description: 'Trunk (name or ID)', helpValue: 'TRUNK', required: true}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(NetworkSubportList)
    await this.table(subportColumns, await listSubports(this.api, flags.trunk))
  }
}
