import {Args, ShowCommand} from '@osc-cli/core'
import {VolumeBackup, volumeBackupFields} from '#volume-backup'

export default class VolumeBackupShow extends ShowCommand {
  static override summary = 'Show a volume backup'
  static override roles = []
  static override columns = Object.keys(volumeBackupFields)
  static override calls = ['GET /v3/backups/detail?name={name}', 'GET /v3/backups/{id}']
  static override seeAlso = ['volume backup list']
  static override examples = [{command: 'osc volume backup show nightly', description: 'Show its state and volume'}]
  static override args = {backup: Args.string({description: 'Backup (name or ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(VolumeBackupShow)
    await this.show(await this.api(VolumeBackup).find(args.backup), volumeBackupFields)
  }
}
