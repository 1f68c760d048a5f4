import {Args, asText, Flags, isEmpty, type JsonObject, OscCommand, OscError, shellWord, UsageError} from '@osc-cli/core'
import {makeChanges, warnOfReset} from '#changes'
import {gigabytes} from '#gigabytes'
import {Volume} from '#volume'
import {VolumeType} from '#volume-type'
import {settled, waitFlags} from '#waiting'

const STATES = [
  'available',
  'error',
  'creating',
  'deleting',
  'in-use',
  'attaching',
  'detaching',
  'error_deleting',
  'maintenance',
] as const
const POLICIES = ['never', 'on-demand'] as const

export default class VolumeSet extends OscCommand {
  static override summary = 'Change a volume'
  static override description =
    '--state, --attached and --detached change only the database, whatever the back end does: use them to repair records.'
  static override roles = []
  static override calls = [
    'GET /v3/volumes/detail?name={name}',
    'GET /v3/volumes/{id}',
    'PUT /v3/volumes/{id}',
    'POST /v3/volumes/{id}/metadata',
    'PUT /v3/volumes/{id}/metadata',
    'POST /v3/volumes/{id}/action',
  ]
  static override seeAlso = ['volume unset', 'volume migrate']
  static override examples = [
    {command: 'osc volume set --size 20 --wait data', description: 'Grow a volume to 20 GB'},
    {command: 'osc volume set --property owner=ada --read-only data', description: 'Set a property, forbid writing'},
    {command: 'osc volume set --type fast --migration-policy on-demand data', description: 'Change the type'},
  ]
  static override args = {volume: Args.string({description: 'Volume to change (name or ID)', required: true})}
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    size: gigabytes({description: 'New size in GB; volumes cannot shrink'}),
    description: Flags.string({description: 'New description'}),
    'no-property': Flags.boolean({description: 'Remove all properties first'}),
    property: Flags.keyValues({description: 'Property to set (repeatable)'}),
    'image-property': Flags.keyValues({description: 'Image property to set (repeatable)'}),
    state: Flags.option({description: 'State to record in the database (administrators)', options: STATES})(),
    ...Flags.choices({
      attached: 'Record the volume as attached in the database (administrators)',
      detached: 'Record the volume as detached in the database (administrators)',
    }),
    type: Flags.string({description: 'New volume type (name or ID)', helpValue: 'TYPE'}),
    'retype-policy': Flags.option({description: 'Old name of --migration-policy', options: POLICIES, hidden: true})(),
    'migration-policy': Flags.option({
      description: 'Whether --type may move the volume to another back end (default: never)',
      options: POLICIES,
    })(),
    ...Flags.choices({bootable: 'Mark as bootable', 'non-bootable': 'Mark as not bootable'}),
    ...Flags.choices({'read-only': 'Allow reading only', 'read-write': 'Allow reading and writing'}),
    ...waitFlags('--size and --type are done'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeSet)
    const policy = flags['migration-policy'] ?? flags['retype-policy']
    if (policy && !flags.type) await this.note('Warning: --migration-policy has no effect without --type.')
    const volumes = this.api(Volume)
    const volume = await volumes.find(args.volume)
    const id = asText(volume.id) ?? ''
    const act = (action: string, body: JsonObject) => volumes.send(id, 'POST', '/action', {[action]: body})
    const {size, type, state} = flags
    const attached = Flags.chosen(flags, {attached: 'attached', detached: 'detached'})
    const bootable = Flags.chosen(flags, {bootable: true, 'non-bootable': false})
    const readonly = Flags.chosen(flags, {'read-only': true, 'read-write': false})
    const texts = {name: flags.name || undefined, description: flags.description || undefined}
    const metadata = Flags.toObject(flags.property)
    const imageMetadata = Flags.toObject(flags['image-property'])
    if (state || attached) await warnOfReset(this, 'volume', args.volume)
    await makeChanges((names, work) => this.eachInOrder(names, work), {
      size: size !== undefined && (async () => act('os-extend', {new_size: checkedSize(volume, size)})),
      'properties (remove)': flags['no-property'] && (() => volumes.send(id, 'PUT', '/metadata', {metadata: {}})),
      properties: metadata !== undefined && (() => volumes.send(id, 'POST', '/metadata', {metadata})),
      'image properties':
        imageMetadata !== undefined && (() => act('os-set_image_metadata', {metadata: imageMetadata})),
      state: state !== undefined && (() => act('os-reset_status', {status: state})),
      'attachment state': attached !== undefined && (() => act('os-reset_status', {attach_status: attached})),
      bootable: bootable !== undefined && (() => act('os-set_bootable', {bootable})),
      'read-only': readonly !== undefined && (() => act('os-update_readonly_flag', {readonly})),
      type:
        type !== undefined &&
        (async () =>
          act('os-retype', {new_type: await this.api(VolumeType).id(type), migration_policy: policy ?? 'never'})),
      'name and description': !isEmpty(texts) && (() => volumes.update(id, texts)),
    })
    if (size !== undefined || type !== undefined)
      await settled(this, Volume, volume, flags, {until: ['available', 'in-use'], doing: 'changed'})
  }
}

/** Refuses what Cinder would refuse later, with the size that the volume has. */
function checkedSize({name, id, size, status}: JsonObject, wanted: number): number {
  const what = asText(name) || asText(id)
  const current = Number(asText(size) ?? 0)
  if (wanted <= current)
    throw new UsageError(`Volume ${what} has ${current} GB; its new size must be larger, not ${wanted} GB.`)
  if (status === 'available' || status === 'in-use') return wanted
  throw new OscError(`Volume ${what} is in state ${asText(status)}; only available and in-use volumes can grow.`, {
    code: 'VolumeState',
    hint: `Check its state with: osc volume show ${shellWord(what ?? '')}`,
  })
}
