import {Args, asObject, fields, ShowCommand} from '@osc-cli/core'
import {VolumeBackup} from '#volume-backup'

export default class VolumeBackupRecordImport extends ShowCommand {
  static override summary = 'Import the record of a volume backup'
  static override roles = ['admin']
  static override calls = ['POST /v3/backups/import_record']
  static override seeAlso = ['volume backup record export', 'volume backup restore']
  static override examples = [
    {
      command: 'osc volume backup record import cinder.backup.drivers.swift.SwiftBackupDriver eyJzdGF0dXMiOiAi',
      description: 'Import an exported record',
    },
  ]
  static override args = {
    backup_service: Args.string({description: 'Backup service of the exported record', required: true}),
    backup_metadata: Args.string({description: 'Encoded metadata of the exported record', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(VolumeBackupRecordImport)
    const answer = await this.api(VolumeBackup).send('import_record', 'POST', '', {
      'backup-record': {backup_service: args.backup_service, backup_url: args.backup_metadata},
    })
    await this.show(asObject(answer.backup), fields({id: 'id', name: 'name'}))
  }
}
