import {Flags, firstOf, ListCommand, pageFlags, projectFlags, projectOf} from '@osc-cli/core'
import {Volume} from '#volume'
import {VolumeSnapshot, volumeSnapshotColumns} from '#volume-snapshot'

const STATES = ['available', 'error', 'creating', 'deleting', 'error_deleting'] as const

export default class VolumeSnapshotList extends ListCommand {
  static override summary = 'List volume snapshots'
  static override roles = []
  static override calls = ['GET /v3/snapshots/detail', 'GET /v3/volumes/detail', 'GET /v3/projects?name={name}']
  static override seeAlso = ['volume snapshot show', 'volume list']
  static override examples = [
    {command: 'osc volume snapshot list --volume data', description: 'List the snapshots of a volume'},
  ]
  static override flags = {
    'all-projects': Flags.boolean({description: 'List snapshots of all projects (administrators)'}),
    ...projectFlags('List snapshots of this project (name or ID; administrators)'),
    long: Flags.boolean({description: 'Include creation time, volume and properties'}),
    name: Flags.string({description: 'List snapshots with this name', helpValue: 'NAME'}),
    status: Flags.option({description: 'List snapshots in this state', options: STATES})(),
    volume: Flags.string({description: 'List snapshots of this volume (name or ID)', helpValue: 'VOLUME'}),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(VolumeSnapshotList)
    const [project, volume] = await Promise.all([
      projectOf(this.api, flags),
      flags.volume === undefined ? undefined : this.api(Volume).id(flags.volume),
    ])
    const rows = firstOf(
      this.api(VolumeSnapshot).list({
        project_id: project,
        name: flags.name,
        status: flags.status,
        volume_id: volume,
        all_tenants: project !== undefined || flags['all-projects'] || undefined,
        limit: flags.limit || undefined,
        marker: flags.marker,
      }),
      flags['max-items'],
    )
    if (!flags.long || this.format !== 'table') {
      await this.table(volumeSnapshotColumns(flags.long, new Map()), rows)
      return
    }
    const snapshots = await Array.fromAsync(rows)
    const volumes = await this.api(Volume).names(snapshots.map(({volume_id}) => String(volume_id)))
    await this.table(volumeSnapshotColumns(true, volumes), snapshots)
  }
}
