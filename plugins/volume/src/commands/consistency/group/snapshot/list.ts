import {Flags, ListCommand} from '@osc-cli/core'
import {ConsistencyGroup} from '#consistency-group'
import {
  ConsistencyGroupSnapshot,
  consistencyGroupSnapshotColumns,
  consistencyGroupSnapshotLongColumns,
} from '#consistency-group-snapshot'

const STATES = ['available', 'error', 'creating', 'deleting', 'error_deleting'] as const

export default class ConsistencyGroupSnapshotList extends ListCommand {
  static override summary = 'List snapshots of consistency groups'
  static override roles = []
  static override columns = Object.keys({...consistencyGroupSnapshotColumns, ...consistencyGroupSnapshotLongColumns})
  static override calls = ['GET /v3/consistencygroups/detail?name={name}', 'GET /v3/cgsnapshots/detail']
  static override seeAlso = ['consistency group snapshot show']
  static override examples = [
    {
      command: 'osc consistency group snapshot list --consistency-group database',
      description: 'List the snapshots of a group',
    },
  ]
  static override flags = {
    'all-projects': Flags.boolean({description: 'List snapshots of all projects (administrators)'}),
    long: Flags.boolean({description: 'Include group, description and creation time'}),
    status: Flags.option({description: 'List snapshots in this state', options: STATES})(),
    'consistency-group': Flags.string({description: 'List snapshots of this group (name or ID)', helpValue: 'GROUP'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(ConsistencyGroupSnapshotList)
    const name = flags['consistency-group']
    const group = name === undefined ? undefined : await this.api(ConsistencyGroup).id(name)
    const snapshots = this.api(ConsistencyGroupSnapshot).list({
      all_tenants: flags['all-projects'] || undefined,
      status: flags.status,
      consistencygroup_id: group,
    })
    // Cinder ignores the group.
    const rows = (await Array.fromAsync(snapshots)).filter(
      ({consistencygroup_id}) => group === undefined || consistencygroup_id === group,
    )
    await this.table(flags.long ? consistencyGroupSnapshotLongColumns : consistencyGroupSnapshotColumns, rows)
  }
}
