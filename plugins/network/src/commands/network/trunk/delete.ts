import {Args, OscCommand} from '@osc-cli/core'
import {Trunk} from '#network-trunk'

export default class NetworkTrunkDelete extends OscCommand {
  static override summary = 'Delete trunks'
  static override roles = ['member']
  static override calls = ['GET /v2.0/trunks?name={name}', 'DELETE /v2.0/trunks/{id}']
  static override requires = 'trunk'
  static override examples = [{command: 'osc network trunk delete trunk', description: 'Delete by name'}]
  static override args = {
    trunk: Args.string({description: 'Trunks to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkTrunkDelete)
    const resource = this.api(Trunk)
    await this.each(args.trunk, async (name) => resource.delete(await resource.id(name)))
  }
}
