import {Flags, ListCommand} from '@osc-cli/core'
import {Region, regionColumns} from '#region'

export default class RegionList extends ListCommand {
  static override summary = 'List regions.'
  static override roles = []
  static override calls = ['GET /v3/regions']
  static override examples = [
    {command: 'osc region list', description: 'Every region of the deployment'},
    {command: 'osc region list --parent-region RegionOne', description: 'The regions inside another one'},
  ]
  static override flags = {
    'parent-region': Flags.string({description: 'Only regions inside this one.', helpValue: 'REGION-ID'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(RegionList)
    await this.table(regionColumns, this.api(Region).list({parent_region_id: flags['parent-region']}))
  }
}
