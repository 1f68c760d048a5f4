import {Args, Flags, OscCommand} from '@osc-cli/core'
import {VolumeBackup} from '#volume-backup'
import {gone, waitFlags} from '#waiting'

export default class VolumeBackupDelete extends OscCommand {
  static override summary = 'Delete volume backups'
  static override roles = []
  static override calls = [
    'GET /v3/backups/detail?name={name}',
    'GET /v3/backups/{id}',
    'DELETE /v3/backups/{id}',
    'POST /v3/backups/{id}/action',
  ]
  static override seeAlso = ['volume backup list']
  static override examples = [{command: 'osc volume backup delete nightly', description: 'Delete a backup'}]
  static override args = {
    backups: Args.string({description: 'Backups to delete (names or IDs)', required: true, multiple: true}),
  }
  static override flags = {
    force: Flags.boolean({description: 'Delete in any state (administrators)'}),
    ...waitFlags('the backups are deleted'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeBackupDelete)
    const backups = this.api(VolumeBackup)
    await this.each(args.backups, async (name) => {
      const id = await backups.id(name)
      if (flags.force) await backups.send(id, 'POST', '/action', {'os-force_delete': null})
      else await backups.delete(id)
      await gone(this, VolumeBackup, id, flags)
    })
  }
}
