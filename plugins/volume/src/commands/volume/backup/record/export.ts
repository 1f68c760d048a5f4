import {Args, asObject, fields, ShowCommand} from '@osc-cli/core'
import {VolumeBackup} from '#volume-backup'

export default class VolumeBackupRecordExport extends ShowCommand {
  static override summary = 'Export the record of a volume backup'
  static override description = 'Another Cinder that imports the record can restore the backup.'
  static override roles = ['admin']
  static override calls = ['GET /v3/backups/detail?name={name}', 'GET /v3/backups/{id}/export_record']
  static override seeAlso = ['volume backup record import']
  static override examples = [
    {command: 'osc volume backup record export -f json nightly', description: 'Print the record as JSON'},
  ]
  static override args = {backup: Args.string({description: 'Backup to export (name or ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(VolumeBackupRecordExport)
    const backups = this.api(VolumeBackup)
    const answer = await backups.send(await backups.id(args.backup), 'GET', '/export_record')
    await this.show(asObject(answer['backup-record']), this.format === 'table' ? forPeople : forPrograms)
  }
}

const forPeople = fields({'Backup Service': 'backup_service', Metadata: 'backup_url'})
const forPrograms = fields({backup_service: 'backup_service', backup_url: 'backup_url'})
