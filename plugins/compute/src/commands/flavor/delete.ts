import {Args, OscCommand} from '@osc-cli/core'
import {Flavor} from '#flavor'

export default class FlavorDelete extends OscCommand {
  static override summary = 'Delete flavors'
  static override roles = ['admin']
  static override calls = ['GET /v2.1/flavors/{id}', 'GET /v2.1/flavors/detail', 'DELETE /v2.1/flavors/{id}']
  static override seeAlso = ['flavor list']
  static override examples = [{command: 'osc flavor delete m1.old', description: 'Delete a flavor'}]
  static override args = {
    flavor: Args.string({description: 'Flavors to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(FlavorDelete)
    const flavors = this.api(Flavor)
    await this.each(args.flavor, async (flavor) => flavors.delete(await flavors.id(flavor)))
  }
}
