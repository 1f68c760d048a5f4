import {Args, ShowCommand} from '@osc-cli/core'
import {VolumeGroupType, volumeGroupTypeFields} from '#volume-group-type'

export default class VolumeGroupTypeShow extends ShowCommand {
  static override summary = 'Show a volume group type'
  static override roles = []
  static override columns = Object.keys(volumeGroupTypeFields)
  static override microversion = '3.11'
  static override calls = ['GET /v3/group_types', 'GET /v3/group_types/{id}']
  static override seeAlso = ['volume group type list']
  static override examples = [{command: 'osc volume group type show consistent', description: 'Show its properties'}]
  static override args = {group_type: Args.string({description: 'Group type (name or ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(VolumeGroupTypeShow)
    await this.show(await this.api(VolumeGroupType).find(args.group_type), volumeGroupTypeFields)
  }
}
