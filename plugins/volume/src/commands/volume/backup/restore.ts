import {Args, asObject, ConflictError, Flags, fields, ShowCommand} from '@osc-cli/core'
import {ifFound} from '#if-found'
import {Volume} from '#volume'
import {VolumeBackup} from '#volume-backup'
import {settled, waitFlags} from '#waiting'

export default class VolumeBackupRestore extends ShowCommand {
  static override summary = 'Restore a volume backup'
  static override roles = []
  static override calls = [
    'GET /v3/backups/detail?name={name}',
    'GET /v3/volumes/detail?name={name}',
    'POST /v3/backups/{id}/restore',
    'GET /v3/volumes/{id}',
  ]
  static override seeAlso = ['volume backup list', 'volume create']
  static override examples = [
    {command: 'osc volume backup restore nightly restored', description: 'Restore to a new volume'},
    {command: 'osc volume backup restore --force nightly data', description: 'Overwrite an existing volume'},
  ]
  static override args = {
    backup: Args.string({description: 'Backup to restore (name or ID)', required: true}),
    volume: Args.string({
      description: 'Existing volume (name or ID, requires --force) or name of a new volume (default: named by Cinder)',
    }),
  }
  static override flags = {
    force: Flags.boolean({description: 'Overwrite an existing volume'}),
    ...waitFlags('the volume is available'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeBackupRestore)
    const backups = this.api(VolumeBackup)
    const [id, existing] = await Promise.all([
      backups.id(args.backup),
      args.volume === undefined ? undefined : ifFound(this.api(Volume).find(args.volume)),
    ])
    if (existing && !flags.force)
      throw new ConflictError(`Volume ${args.volume} already exists.`, {
        hint: 'Add --force to overwrite its data, or give the name of a new volume.',
      })
    const target = existing ? {volume_id: existing.id} : {name: args.volume}
    const {restore} = await backups.send(id, 'POST', '/restore', {restore: target})
    const restored = asObject(restore)
    await settled(this, Volume, {id: restored.volume_id, name: restored.volume_name}, flags, {doing: 'restored'})
    await this.show({...restored, id}, restoredFields)
  }
}

const restoredFields = fields({id: 'id', volume_id: 'volume_id', volume_name: 'volume_name'})
