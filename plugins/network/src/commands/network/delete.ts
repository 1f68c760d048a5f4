import {Args, Known, OscCommand} from '@osc-cli/core'

export default class NetworkDelete extends OscCommand {
  static override summary = 'Delete networks'
  static override roles = ['member']
  static override calls = ['GET /v2.0/networks?name={name}', 'DELETE /v2.0/networks/{id}']
  static override examples = [{command: 'osc network delete private', description: 'Delete by name'}]
  static override args = {
    network: Args.string({description: 'Networks to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkDelete)
    const resource = this.api(Known.Network)
    await this.each(args.network, async (name) => resource.delete(await resource.id(name)))
  }
}
