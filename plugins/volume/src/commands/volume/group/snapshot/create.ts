import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {VolumeGroup} from '#volume-group'
import {VolumeGroupSnapshot, volumeGroupSnapshotFields} from '#volume-group-snapshot'
import {settled, waitFlags} from '#waiting'

export default class VolumeGroupSnapshotCreate extends ShowCommand {
  static override summary = 'Create a snapshot of a volume group'
  static override roles = []
  static override microversion = '3.14'
  static override calls = [
    'GET /v3/groups/detail?name={name}',
    'POST /v3/group_snapshots',
    'GET /v3/group_snapshots/{id}',
  ]
  static override seeAlso = ['volume group create', 'volume group snapshot show']
  static override examples = [
    {command: 'osc volume group snapshot create --name nightly database', description: 'Save all volumes of a group'},
  ]
  static override args = {volume_group: Args.string({description: 'Group (name or ID)', required: true})}
  static override flags = {
    name: Flags.string({description: 'Name of the snapshot', helpValue: 'NAME'}),
    description: Flags.string({description: 'Description'}),
    ...waitFlags('the snapshot is available'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeGroupSnapshotCreate)
    const group = await this.api(VolumeGroup).id(args.volume_group)
    const wanted = {group_id: group, name: flags.name, description: flags.description}
    // The answer repeats the name and the group type only.
    const snapshot = {...wanted, ...(await this.api(VolumeGroupSnapshot).create(wanted))}
    await this.show(await settled(this, VolumeGroupSnapshot, snapshot, flags), volumeGroupSnapshotFields)
  }
}
