import {Args, ShowCommand} from '@osc-cli/core'
import {ConsistencyGroupSnapshot, consistencyGroupSnapshotFields} from '#consistency-group-snapshot'

export default class ConsistencyGroupSnapshotShow extends ShowCommand {
  static override summary = 'Show a snapshot of a consistency group'
  static override roles = []
  static override columns = Object.keys(consistencyGroupSnapshotFields)
  static override calls = ['GET /v3/cgsnapshots/detail?name={name}', 'GET /v3/cgsnapshots/{id}']
  static override seeAlso = ['consistency group snapshot list']
  static override examples = [{command: 'osc consistency group snapshot show nightly', description: 'Show its state'}]
  static override args = {
    consistency_group_snapshot: Args.string({description: 'Snapshot (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ConsistencyGroupSnapshotShow)
    const snapshot = await this.api(ConsistencyGroupSnapshot).find(args.consistency_group_snapshot)
    await this.show(snapshot, consistencyGroupSnapshotFields)
  }
}
