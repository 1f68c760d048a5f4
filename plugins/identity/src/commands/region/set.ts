import {Args, Flags, OscCommand, requireChanges} from '@osc-cli/core'
import {Region, regionBody} from '#region'

export default class RegionSet extends OscCommand {
  static override summary = 'Change a region'
  static override roles = ['admin']
  static override calls = ['PATCH /v3/regions/{id}']
  static override examples = [
    {command: 'osc region set --description "Second data center" RegionTwo', description: 'Set a description'},
  ]
  static override args = {
    region: Args.string({description: 'Region to change (ID)', required: true}),
  }
  static override flags = {
    'parent-region': Flags.string({description: 'Parent region (ID)', helpValue: 'REGION-ID'}),
    description: Flags.string({description: 'Description'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(RegionSet)
    await this.api(Region).update(args.region, requireChanges(regionBody(flags)))
  }
}
