import {Args, OscCommand} from '@osc-cli/core'
import {VolumeGroupType} from '#volume-group-type'

export default class VolumeGroupTypeDelete extends OscCommand {
  static override summary = 'Delete a volume group type'
  static override roles = ['admin']
  static override microversion = '3.11'
  static override calls = ['GET /v3/group_types', 'DELETE /v3/group_types/{id}']
  static override seeAlso = ['volume group type list']
  static override examples = [{command: 'osc volume group type delete consistent', description: 'Delete a group type'}]
  static override args = {group_type: Args.string({description: 'Group type to delete (name or ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(VolumeGroupTypeDelete)
    const types = this.api(VolumeGroupType)
    await types.delete(await types.id(args.group_type))
  }
}
