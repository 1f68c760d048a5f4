import {Args, ShowCommand} from '@osc-cli/core'
import {VolumeSnapshot, volumeSnapshotFields} from '#volume-snapshot'

export default class VolumeSnapshotShow extends ShowCommand {
  static override summary = 'Show a volume snapshot'
  static override roles = []
  static override columns = Object.keys(volumeSnapshotFields)
  static override calls = ['GET /v3/snapshots/detail?name={name}', 'GET /v3/snapshots/{id}']
  static override examples = [{command: 'osc volume snapshot show nightly', description: 'Show its state and volume'}]
  static override args = {snapshot: Args.string({description: 'Snapshot (name or ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(VolumeSnapshotShow)
    await this.show(await this.api(VolumeSnapshot).find(args.snapshot), volumeSnapshotFields)
  }
}
