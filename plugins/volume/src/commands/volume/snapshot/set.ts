import {Args, asText, Flags, isEmpty, OscCommand} from '@osc-cli/core'
import {makeChanges, warnOfReset} from '#changes'
import {VolumeSnapshot} from '#volume-snapshot'

const STATES = ['available', 'error', 'creating', 'deleting', 'error_deleting'] as const

export default class VolumeSnapshotSet extends OscCommand {
  static override summary = 'Change a volume snapshot'
  static override description =
    '--state changes only the database, whatever the back end does: use it to repair records.'
  static override roles = []
  static override calls = [
    'GET /v3/snapshots/detail?name={name}',
    'PUT /v3/snapshots/{id}',
    'POST /v3/snapshots/{id}/metadata',
    'PUT /v3/snapshots/{id}/metadata',
    'POST /v3/snapshots/{id}/action',
  ]
  static override seeAlso = ['volume snapshot unset']
  static override examples = [
    {command: 'osc volume snapshot set --property keep=yes nightly', description: 'Set a property'},
  ]
  static override args = {snapshot: Args.string({description: 'Snapshot to change (name or ID)', required: true})}
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    description: Flags.string({description: 'New description'}),
    'no-property': Flags.boolean({description: 'Remove all properties first'}),
    property: Flags.keyValues({description: 'Property to set (repeatable)'}),
    state: Flags.option({description: 'State to record in the database (administrators)', options: STATES})(),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeSnapshotSet)
    const snapshots = this.api(VolumeSnapshot)
    const id = asText((await snapshots.find(args.snapshot)).id) ?? ''
    const {state} = flags
    const metadata = Flags.toObject(flags.property)
    const texts = {name: flags.name || undefined, description: flags.description || undefined}
    if (state) await warnOfReset(this, 'volume snapshot', args.snapshot)
    await makeChanges((names, work) => this.eachInOrder(names, work), {
      'properties (remove)': flags['no-property'] && (() => snapshots.send(id, 'PUT', '/metadata', {metadata: {}})),
      properties: metadata !== undefined && (() => snapshots.send(id, 'POST', '/metadata', {metadata})),
      state: state !== undefined && (() => snapshots.send(id, 'POST', '/action', {'os-reset_status': {status: state}})),
      'name and description': !isEmpty(texts) && (() => snapshots.update(id, texts)),
    })
  }
}
