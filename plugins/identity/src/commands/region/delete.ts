import {Args, OscCommand} from '@osc-cli/core'
import {Region} from '#region'

export default class RegionDelete extends OscCommand {
  static override summary = 'Delete regions'
  static override roles = ['admin']
  static override calls = ['DELETE /v3/regions/{id}']
  static override examples = [{command: 'osc region delete RegionTwo', description: 'Delete one region'}]
  static override args = {
    regions: Args.string({description: 'Regions to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(RegionDelete)
    await this.eachInOrder(args.regions, (region) => this.api(Region).delete(region))
  }
}
