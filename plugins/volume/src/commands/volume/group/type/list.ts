import {Flags, ListCommand} from '@osc-cli/core'
import {VolumeGroupType, volumeGroupTypeColumns} from '#volume-group-type'

export default class VolumeGroupTypeList extends ListCommand {
  static override summary = 'List public volume group types'
  static override roles = []
  static override columns = Object.keys(volumeGroupTypeColumns)
  static override microversion = '3.11'
  static override calls = ['GET /v3/group_types', 'GET /v3/group_types/default']
  static override seeAlso = ['volume group type show']
  static override examples = [{command: 'osc volume group type list', description: 'List the types that you can use'}]
  static override flags = {default: Flags.boolean({description: 'Show only the default group type'})}

  async run(): Promise<void> {
    const {flags} = await this.parse(VolumeGroupTypeList)
    const types = this.api(VolumeGroupType)
    const rows = flags.default ? [await types.get('default')] : types.list({is_public: undefined})
    await this.table(volumeGroupTypeColumns, rows)
  }
}
