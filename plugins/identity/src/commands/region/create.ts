import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {Region, regionBody, regionFields} from '#region'

export default class RegionCreate extends ShowCommand {
  static override summary = 'Create a region'
  static override roles = ['admin']
  static override calls = ['POST /v3/regions']
  static override examples = [
    {command: 'osc region create --description "Second data center" RegionTwo', description: 'Create a second region'},
  ]
  static override args = {
    region: Args.string({description: 'ID of the new region', required: true}),
  }
  static override flags = {
    'parent-region': Flags.string({description: 'Parent region (ID)', helpValue: 'REGION-ID'}),
    description: Flags.string({description: 'Description', default: ''}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(RegionCreate)
    await this.show(await this.api(Region).create({id: args.region, ...regionBody(flags)}), regionFields)
  }
}
