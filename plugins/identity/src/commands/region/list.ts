import {Flags, ListCommand} from '@osc-cli/core'
import {Region, regionColumns} from '#region'

export default class RegionList extends ListCommand {
  static override summary = 'List regions'
  static override roles = []
  static override columns = Object.keys(regionColumns)
  static override calls = ['GET /v3/regions']
  static override examples = [
    {command: 'osc region list', description: 'List all regions'},
    {command: 'osc region list --parent-region RegionOne', description: 'List the child regions of another region'},
  ]
  static override flags = {
    'parent-region': Flags.string({description: 'Parent region (ID)', helpValue: 'REGION-ID'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(RegionList)
    await this.table(regionColumns, this.api(Region).list({parent_region_id: flags['parent-region']}))
  }
}
