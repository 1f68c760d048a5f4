import {Args, OscCommand} from '@osc-cli/core'
import {VolumeGroupSnapshot} from '#volume-group-snapshot'
import {gone, waitFlags} from '#waiting'

export default class VolumeGroupSnapshotDelete extends OscCommand {
  static override summary = 'Delete a snapshot of a volume group'
  static override roles = []
  static override microversion = '3.14'
  static override calls = ['GET /v3/group_snapshots/detail?name={name}', 'DELETE /v3/group_snapshots/{id}']
  static override seeAlso = ['volume group snapshot list']
  static override examples = [{command: 'osc volume group snapshot delete nightly', description: 'Delete a snapshot'}]
  static override args = {snapshot: Args.string({description: 'Snapshot to delete (name or ID)', required: true})}
  static override flags = waitFlags('the snapshot is deleted')

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeGroupSnapshotDelete)
    const snapshots = this.api(VolumeGroupSnapshot)
    const id = await snapshots.id(args.snapshot)
    await snapshots.delete(id)
    await gone(this, VolumeGroupSnapshot, id, flags)
  }
}
