import {Args, asObject, asText, Flags, OscCommand} from '@osc-cli/core'
import {VolumeBackup} from '#volume-backup'

export default class VolumeBackupUnset extends OscCommand {
  static override summary = 'Remove properties of a volume backup'
  static override roles = []
  static override microversion = '3.43'
  static override calls = ['GET /v3/backups/detail?name={name}', 'GET /v3/backups/{id}', 'PUT /v3/backups/{id}']
  static override seeAlso = ['volume backup set']
  static override examples = [
    {command: 'osc volume backup unset --property keep nightly', description: 'Remove a property'},
  ]
  static override args = {backup: Args.string({description: 'Backup to change (name or ID)', required: true})}
  static override flags = {
    property: Flags.strings({description: 'Property to remove (repeatable)', helpValue: 'KEY'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeBackupUnset)
    const backups = this.api(VolumeBackup)
    const backup = await backups.find(args.backup)
    const present = asObject(backup.metadata ?? {})
    const wanted = flags.property ?? []
    for (const key of wanted.filter((one) => !Object.hasOwn(present, one)))
      await this.note(`Warning: backup ${args.backup} does not have a property '${key}'.`)
    const metadata = Object.fromEntries(Object.entries(present).filter(([key]) => !wanted.includes(key)))
    if (Object.keys(metadata).length === Object.keys(present).length) return
    // Cinder replaces the properties of a backup as a whole.
    await backups.update(asText(backup.id) ?? '', {metadata})
  }
}
