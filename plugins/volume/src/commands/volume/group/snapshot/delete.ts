import {Args, OscCommand} from '@osc-cli/core'
import {VolumeGroupSnapshot} from '#volume-group-snapshot'

export default class VolumeGroupSnapshotDelete extends OscCommand {
  static override summary = 'Delete a snapshot of a volume group'
  static override roles = []
  static override microversion = '3.14'
  static override calls = ['GET /v3/group_snapshots/detail?name={name}', 'DELETE /v3/group_snapshots/{id}']
  static override seeAlso = ['volume group snapshot list']
  static override examples = [{command: 'osc volume group snapshot delete nightly', description: 'Delete a snapshot'}]
  static override args = {snapshot: Args.string({description: 'Snapshot to delete (name or ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(VolumeGroupSnapshotDelete)
    const snapshots = this.api(VolumeGroupSnapshot)
    await snapshots.delete(await snapshots.id(args.snapshot))
  }
}
