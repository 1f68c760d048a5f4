import {Args, OscCommand} from '@osc-cli/core'
import {ConsistencyGroupSnapshot} from '#consistency-group-snapshot'
import {gone, waitFlags} from '#waiting'

export default class ConsistencyGroupSnapshotDelete extends OscCommand {
  static override summary = 'Delete snapshots of consistency groups'
  static override roles = []
  static override calls = ['GET /v3/cgsnapshots/detail?name={name}', 'DELETE /v3/cgsnapshots/{id}']
  static override seeAlso = ['consistency group snapshot list']
  static override examples = [
    {command: 'osc consistency group snapshot delete nightly', description: 'Delete a snapshot'},
  ]
  static override args = {
    consistency_group_snapshot: Args.string({
      description: 'Snapshots to delete (names or IDs)',
      required: true,
      multiple: true,
    }),
  }
  static override flags = waitFlags('the snapshots are deleted')

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ConsistencyGroupSnapshotDelete)
    const snapshots = this.api(ConsistencyGroupSnapshot)
    await this.each(args.consistency_group_snapshot, async (name) => {
      const id = await snapshots.id(name)
      await snapshots.delete(id)
      await gone(this, ConsistencyGroupSnapshot, id, flags)
    })
  }
}
