import {Args, asArray, asObject, ListCommand} from '@osc-cli/core'
import {subportColumns, Trunk} from '#network-trunk'

export default class NetworkTrunkSubportList extends ListCommand {
  static override summary = 'List the subports of a trunk'
  static override roles = ['reader']
  static override calls = ['GET /v2.0/trunks?name={name}', 'GET /v2.0/trunks/{id}/get_subports']
  static override requires = 'trunk'
  static override examples = [{command: 'osc network trunk subport list trunk', description: 'List all subports'}]
  static override args = {
    trunk: Args.string({description: 'Trunk (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkTrunkSubportList)
    const trunks = this.api(Trunk)
    const {sub_ports: subports} = await trunks.send(await trunks.id(args.trunk), 'GET', '/get_subports')
    await this.table(subportColumns, asArray(subports).map(asObject))
  }
}
