import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {Region, regionBody, regionFields} from '#region'

export default class RegionCreate extends ShowCommand {
  static override summary = 'Create a region.'
  static override roles = ['admin']
  static override calls = ['POST /v3/regions']
  static override examples = [
    {command: 'osc region create --description "Second hall" RegionTwo', description: 'A region beside the first'},
  ]
  static override args = {
    region: Args.string({description: 'ID of the new region.', required: true}),
  }
  static override flags = {
    'parent-region': Flags.string({description: 'Put it inside this region.', helpValue: 'REGION-ID'}),
    description: Flags.string({description: 'What it is.', default: ''}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(RegionCreate)
    // OSC says that a region is enabled; Keystone keeps and shows that, and takes no notice of it.
    const body = {id: args.region, ...regionBody(flags), enabled: true}
    await this.show(regionFields(await this.api(Region).create(body)))
  }
}
