import {Args, ShowCommand} from '@osc-cli/core'
import {VolumeGroupSnapshot, volumeGroupSnapshotFields} from '#volume-group-snapshot'

export default class VolumeGroupSnapshotShow extends ShowCommand {
  static override summary = 'Show a snapshot of a volume group'
  static override roles = []
  static override columns = Object.keys(volumeGroupSnapshotFields)
  static override microversion = '3.14'
  static override calls = ['GET /v3/group_snapshots/detail?name={name}', 'GET /v3/group_snapshots/{id}']
  static override seeAlso = ['volume group snapshot list']
  static override examples = [{command: 'osc volume group snapshot show nightly', description: 'Show its state'}]
  static override args = {snapshot: Args.string({description: 'Snapshot (name or ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(VolumeGroupSnapshotShow)
    await this.show(await this.api(VolumeGroupSnapshot).find(args.snapshot), volumeGroupSnapshotFields)
  }
}
