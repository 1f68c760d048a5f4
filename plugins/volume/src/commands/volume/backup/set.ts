import {Args, asObject, asText, Flags, isEmpty, OscCommand} from '@osc-cli/core'
import {makeChanges, warnOfReset} from '#changes'
import {VolumeBackup} from '#volume-backup'

export default class VolumeBackupSet extends OscCommand {
  static override summary = 'Change a volume backup'
  static override description =
    '--state changes only the database, whatever the back end does: use it to repair records.'
  static override roles = []
  static override calls = [
    'GET /v3/backups/detail?name={name}',
    'GET /v3/backups/{id}',
    'POST /v3/backups/{id}/action',
    'PUT /v3/backups/{id}',
  ]
  static override needs = {
    name: {microversion: '3.9'},
    description: {microversion: '3.9'},
    property: {microversion: '3.43'},
    'no-property': {microversion: '3.43'},
  }
  static override seeAlso = ['volume backup unset']
  static override examples = [
    {command: 'osc volume backup set --property keep=yes nightly', description: 'Set a property'},
  ]
  static override args = {backup: Args.string({description: 'Backup to change (name or ID)', required: true})}
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    description: Flags.string({description: 'New description'}),
    state: Flags.option({
      description: 'State to record in the database (administrators)',
      options: ['available', 'error'],
    })(),
    'no-property': Flags.boolean({description: 'Remove all properties first'}),
    property: Flags.keyValues({description: 'Property to set (repeatable)'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeBackupSet)
    const backups = this.api(VolumeBackup)
    const backup = await backups.find(args.backup)
    const id = asText(backup.id) ?? ''
    const {state} = flags
    const present = flags['no-property'] ? {} : asObject(backup.metadata ?? {})
    const body = {
      name: flags.name || undefined,
      description: flags.description || undefined,
      // Cinder replaces the properties of a backup as a whole.
      metadata: flags.property || flags['no-property'] ? {...present, ...Flags.toObject(flags.property)} : undefined,
    }
    if (state) await warnOfReset(this, 'volume backup', args.backup)
    await makeChanges((names, work) => this.eachInOrder(names, work), {
      state: state !== undefined && (() => backups.send(id, 'POST', '/action', {'os-reset_status': {status: state}})),
      'name, description and properties': !isEmpty(body) && (() => backups.update(id, body)),
    })
  }
}
