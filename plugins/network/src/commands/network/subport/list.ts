import {asArray, asObject, Flags, ListCommand} from '@osc-cli/core'
import {subportColumns, Trunk} from '#network-trunk'

export default class NetworkSubportList extends ListCommand {
  static override summary = 'List the subports of a trunk'
  static override roles = ['reader']
  static override calls = ['GET /v2.0/trunks?name={name}', 'GET /v2.0/trunks/{id}/get_subports']
  static override requires = 'trunk'
  static override examples = [{command: 'osc network subport list --trunk trunk', description: 'List all subports'}]
  static override flags = {
    trunk: Flags.string({description: 'Trunk (name or ID)', helpValue: 'TRUNK', required: true}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(NetworkSubportList)
    const trunks = this.api(Trunk)
    const {sub_ports: subports} = await trunks.send(await trunks.id(flags.trunk), 'GET', '/get_subports')
    await this.table(subportColumns, asArray(subports).map(asObject))
  }
}
