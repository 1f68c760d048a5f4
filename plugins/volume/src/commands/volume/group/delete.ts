import {Args, Flags, OscCommand} from '@osc-cli/core'
import {VolumeGroup} from '#volume-group'
import {gone, waitFlags} from '#waiting'

export default class VolumeGroupDelete extends OscCommand {
  static override summary = 'Delete a volume group'
  static override roles = []
  static override microversion = '3.13'
  static override calls = ['GET /v3/groups/{id}', 'GET /v3/groups/detail?name={name}', 'POST /v3/groups/{id}/action']
  static override seeAlso = ['volume group list']
  static override examples = [{command: 'osc volume group delete database', description: 'Delete an empty group'}]
  static override args = {group: Args.string({description: 'Group to delete (name or ID)', required: true})}
  static override flags = {
    force: Flags.boolean({description: 'Delete the volumes of the group as well'}),
    ...waitFlags('the group is deleted'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeGroupDelete)
    const groups = this.api(VolumeGroup)
    const id = await groups.id(args.group)
    await groups.send(id, 'POST', '/action', {delete: {'delete-volumes': flags.force}})
    await gone(this, VolumeGroup, id, flags)
  }
}
