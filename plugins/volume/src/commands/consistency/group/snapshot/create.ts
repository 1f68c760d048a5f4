import {Args, Flags, ShowCommand, UsageError} from '@osc-cli/core'
import {ConsistencyGroup} from '#consistency-group'
import {ConsistencyGroupSnapshot, consistencyGroupSnapshotFields} from '#consistency-group-snapshot'
import {settled, waitFlags} from '#waiting'

export default class ConsistencyGroupSnapshotCreate extends ShowCommand {
  static override summary = 'Create a snapshot of a consistency group'
  static override roles = []
  static override calls = [
    'GET /v3/consistencygroups/detail?name={name}',
    'POST /v3/cgsnapshots',
    'GET /v3/cgsnapshots/{id}',
  ]
  static override seeAlso = ['consistency group create']
  static override examples = [
    {
      command: 'osc consistency group snapshot create --consistency-group database nightly',
      description: 'Save all volumes of a group at one moment',
    },
  ]
  static override args = {snapshot_name: Args.string({description: 'Name of the new snapshot'})}
  static override flags = {
    'consistency-group': Flags.string({
      description: 'Group (name or ID; default: the name of the snapshot)',
      helpValue: 'GROUP',
    }),
    description: Flags.string({description: 'Description'}),
    ...waitFlags('the snapshot is available'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ConsistencyGroupSnapshotCreate)
    const group = flags['consistency-group'] || args.snapshot_name
    if (group === undefined)
      throw new UsageError('The consistency group is missing.', {
        hint: 'Add for instance: --consistency-group database',
      })
    const wanted = {
      consistencygroup_id: await this.api(ConsistencyGroup).id(group),
      name: args.snapshot_name,
      description: flags.description,
    }
    // The answer repeats the name only.
    const snapshot = {...wanted, ...(await this.api(ConsistencyGroupSnapshot).create(wanted))}
    await this.show(await settled(this, ConsistencyGroupSnapshot, snapshot, flags), consistencyGroupSnapshotFields)
  }
}
