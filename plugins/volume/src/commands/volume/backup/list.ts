import {Flags, firstOf, Known, ListCommand, pageFlags} from '@osc-cli/core'
import {ifFound} from '#if-found'
import {Volume} from '#volume'
import {VolumeBackup, volumeBackupColumns} from '#volume-backup'

const STATES = ['creating', 'available', 'deleting', 'error', 'restoring', 'error_restoring'] as const

export default class VolumeBackupList extends ListCommand {
  static override summary = 'List volume backups'
  static override roles = []
  static override calls = ['GET /v3/backups/detail', 'GET /v3/volumes/detail']
  static override seeAlso = ['volume backup show', 'volume backup restore']
  static override examples = [
    {command: 'osc volume backup list --volume data', description: 'List the backups of a volume'},
    {command: 'osc volume backup list --status error --all-projects', description: 'List failed backups'},
  ]
  static override flags = {
    project: Flags.string({
      description: 'List backups of this project (name or ID; administrators)',
      helpValue: 'PROJECT',
    }),
    long: Flags.boolean({description: 'Include availability zone, volume and container'}),
    name: Flags.string({description: 'List backups with this name', helpValue: 'NAME'}),
    status: Flags.option({description: 'List backups in this state', options: STATES})(),
    volume: Flags.string({description: 'List backups of this volume (name or ID)', helpValue: 'VOLUME'}),
    ...pageFlags,
    marker: Flags.string({description: 'Last backup of the previous page (name or ID)', helpValue: 'BACKUP'}),
    'all-projects': Flags.boolean({description: 'List backups of all projects (administrators)'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(VolumeBackupList)
    const backups = this.api(VolumeBackup)
    const [project, volume, marker] = await Promise.all([
      flags.project === undefined ? undefined : this.api(Known.Project).id(flags.project),
      flags.volume === undefined ? undefined : this.volumeId(flags.volume),
      flags.marker === undefined ? undefined : backups.id(flags.marker),
    ])
    const rows = firstOf(
      backups.list({
        project_id: project,
        name: flags.name,
        status: flags.status,
        volume_id: volume,
        all_tenants: project !== undefined || flags['all-projects'] || undefined,
        limit: flags.limit || undefined,
        marker,
      }),
      flags['max-items'],
    )
    if (!flags.long || this.format !== 'table') {
      await this.table(volumeBackupColumns(flags.long, new Map()), rows)
      return
    }
    const found = await Array.fromAsync(rows)
    const volumes = await this.api(Volume).names(found.map(({volume_id}) => String(volume_id)))
    await this.table(volumeBackupColumns(true, volumes), found)
  }

  /** A deleted volume may have backups: what is not found is taken as an ID. */
  private async volumeId(nameOrId: string): Promise<string> {
    return (await ifFound(this.api(Volume).id(nameOrId))) ?? nameOrId
  }
}
