import {Args, OscCommand} from '@osc-cli/core'
import {NetworkFlavor} from '#network-flavor'

export default class NetworkFlavorDelete extends OscCommand {
  static override summary = 'Delete network flavors'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/flavors?name={name}', 'DELETE /v2.0/flavors/{id}']
  static override requires = 'flavors'
  static override examples = [{command: 'osc network flavor delete fast', description: 'Delete by name'}]
  static override args = {
    flavor: Args.string({description: 'Network flavors to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkFlavorDelete)
    const resource = this.api(NetworkFlavor)
    await this.each(args.flavor, async (name) => resource.delete(await resource.id(name)))
  }
}
