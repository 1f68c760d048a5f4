import {Args, ShowCommand} from '@osc-cli/core'
import {Region, regionFields} from '#region'

export default class RegionShow extends ShowCommand {
  static override summary = 'Show a region'
  static override roles = []
  static override columns = Object.keys(regionFields)
  static override calls = ['GET /v3/regions/{id}']
  static override examples = [{command: 'osc region show RegionOne', description: 'Show its description and parent'}]
  static override args = {
    region: Args.string({description: 'Region (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(RegionShow)
    await this.show(await this.api(Region).find(args.region), regionFields)
  }
}
