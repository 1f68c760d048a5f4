import {Flags, ListCommand} from '@osc-cli/core'
import {VolumeGroupSnapshot, volumeGroupSnapshotColumns} from '#volume-group-snapshot'

export default class VolumeGroupSnapshotList extends ListCommand {
  static override summary = 'List snapshots of volume groups'
  static override roles = []
  static override columns = Object.keys(volumeGroupSnapshotColumns)
  static override microversion = '3.14'
  static override calls = ['GET /v3/group_snapshots/detail']
  static override seeAlso = ['volume group snapshot show']
  static override examples = [
    {command: 'osc volume group snapshot list', description: 'List the group snapshots of your project'},
  ]
  static override flags = {
    'all-projects': Flags.boolean({
      description: 'List snapshots of all projects (administrators)',
      env: 'ALL_PROJECTS',
    }),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(VolumeGroupSnapshotList)
    const rows = this.api(VolumeGroupSnapshot).list({all_tenants: flags['all-projects'] || undefined})
    await this.table(volumeGroupSnapshotColumns, rows)
  }
}
