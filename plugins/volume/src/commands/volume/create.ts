import {Args, asText, Flags, HttpError, type JsonObject, Known, ShowCommand, UsageError} from '@osc-cli/core'
import {ConsistencyGroup} from '#consistency-group'
import {gigabytes} from '#gigabytes'
import {Volume, volumeFields} from '#volume'
import {VolumeBackup} from '#volume-backup'
import {VolumeSnapshot} from '#volume-snapshot'
import {VolumeType} from '#volume-type'
import {settled, waitFlags} from '#waiting'

const SOURCES = ['image', 'snapshot', 'source', 'source-replicated', 'backup', 'remote-source']
const from = (name: string, description: string, helpValue: string) =>
  Flags.string({description, helpValue, exclusive: SOURCES.filter((other) => other !== name)})

/** Scheduler hints whose values are lists. */
const LIST_HINTS = ['same_host', 'different_host']

export default class VolumeCreate extends ShowCommand {
  static override summary = 'Create a volume'
  static override roles = []
  static override calls = [
    'GET /v2/images?name={name}',
    'GET /v3/snapshots/detail?name={name}',
    'GET /v3/volumes/detail?name={name}',
    'GET /v3/volumes/{id}',
    'GET /v3/backups/detail?name={name}',
    'POST /v3/volumes',
    'POST /v3/manageable_volumes',
    'POST /v3/volumes/{id}/action',
    'GET /v3/messages',
  ]
  static override needs = {backup: {microversion: '3.47'}, cluster: {microversion: '3.16'}}
  static override seeAlso = ['server add volume', 'volume snapshot create', 'volume type list']
  static override examples = [
    {command: 'osc volume create --size 10 data', description: 'Create an empty volume of 10 GB'},
    {command: 'osc volume create --image cirros --size 5 --bootable --wait root', description: 'Create a boot volume'},
    {command: 'osc volume create --snapshot nightly restored', description: 'Create a volume from a snapshot'},
  ]
  static override args = {name: Args.string({description: 'Name of the new volume'})}
  static override flags = {
    size: gigabytes({description: 'Size in GB (required without a snapshot, source volume, backup or remote volume)'}),
    type: Flags.string({description: 'Volume type (name or ID)', helpValue: 'TYPE'}),
    image: from('image', 'Copy this image (name or ID)', 'IMAGE'),
    snapshot: from('snapshot', 'Copy this snapshot (name or ID)', 'SNAPSHOT'),
    source: from('source', 'Copy this volume (name or ID)', 'VOLUME'),
    // Cinder no longer has replicas. openstack hides the option and ignores it.
    'source-replicated': Flags.string({hidden: true, exclusive: SOURCES.filter((one) => one !== 'source-replicated')}),
    backup: from('backup', 'Restore this backup (name or ID)', 'BACKUP'),
    'remote-source': Flags.keyValues({
      description: 'Manage an existing volume of the back end: how it is identified there (repeatable; administrators)',
      exclusive: SOURCES.filter((other) => other !== 'remote-source'),
    }),
    description: Flags.string({description: 'Description'}),
    'availability-zone': Flags.string({description: 'Availability zone', helpValue: 'ZONE'}),
    'consistency-group': Flags.string({description: 'Consistency group (name or ID)', helpValue: 'GROUP'}),
    property: Flags.keyValues({description: 'Property to set (repeatable)'}),
    hint: Flags.keyValues({description: 'Scheduler hint (repeatable; same_host and different_host collect values)'}),
    ...Flags.choices({bootable: 'Mark as bootable', 'non-bootable': 'Mark as not bootable (default)'}),
    ...Flags.choices({'read-only': 'Allow reading only', 'read-write': 'Allow reading and writing (default)'}),
    host: Flags.string({
      description: 'Host of the existing volume with --remote-source: HOST@BACKEND#POOL',
      helpValue: 'HOST',
    }),
    cluster: Flags.string({
      description: 'Cluster of the existing volume with --remote-source: CLUSTER@BACKEND#POOL',
      helpValue: 'CLUSTER',
    }),
    ...waitFlags('the volume is available'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeCreate)
    this.check(flags)
    if (flags['source-replicated'] !== undefined)
      await this.note('Option --source-replicated is ignored: Cinder no longer creates volumes from replicas.')
    const common = {
      name: args.name,
      description: flags.description,
      volume_type: flags.type,
      availability_zone: flags['availability-zone'],
      metadata: Flags.toObject(flags.property),
    }
    const bootable = Flags.chosen(flags, {bootable: true, 'non-bootable': false})
    const created = flags['remote-source']
      ? await this.api({...Volume, path: '/manageable_volumes'}).create({
          ...common,
          host: flags.host,
          cluster: flags.cluster,
          ref: Flags.toObject(flags['remote-source']),
          bootable: bootable ?? false,
        })
      : await this.knownType(flags.type, async () =>
          this.api(Volume).create({...common, ...(await this.source(flags))}, this.hints(flags.hint)),
        )
    const readOnly = Flags.chosen(flags, {'read-only': true, 'read-write': false})
    const mark = flags['remote-source'] ? undefined : bootable
    const isMarked = mark !== undefined || readOnly !== undefined
    const volume = await settled(this, Volume, created, {wait: flags.wait || isMarked, timeout: flags.timeout})
    if (isMarked) await this.mark(volume, mark, readOnly)
    const shown = flags.wait ? await this.afterMarks(volume, isMarked) : created
    await this.show(shown, volumeFields(shown))
  }

  /** The result of `create`; if Cinder does not know the type, the failure that says which types it has. */
  private async knownType(type: string | undefined, create: () => Promise<JsonObject>): Promise<JsonObject> {
    try {
      return await create()
    } catch (error) {
      if (type !== undefined && HttpError.is(error, 404)) await this.api(VolumeType).find(type)
      throw error
    }
  }

  private check(flags: Readonly<Record<string, unknown>>): void {
    const given = (...names: string[]) => names.filter((name) => flags[name] !== undefined && flags[name] !== false)
    const [hosted] = given('host', 'cluster')
    if (!flags['remote-source']) {
      if (hosted) throw new UsageError(`Option --${hosted} also requires --remote-source.`)
      if (given('size', 'snapshot', 'source', 'backup').length === 0)
        throw new UsageError('The size of the volume is missing.', {hint: 'Specify it in GB: --size 10'})
      if (typeof flags.size === 'number' && flags.size < 1)
        throw new UsageError(`The size of a volume must be at least 1 GB, not ${flags.size}.`)
      return
    }
    const [refused] = given('size', 'consistency-group', 'hint', 'read-only', 'read-write')
    if (refused) throw new UsageError(`--${refused} cannot be combined with --remote-source.`)
    if (given('host', 'cluster').length !== 1)
      throw new UsageError('--remote-source needs either --host or --cluster.', {
        hint: 'Find hosts with: osc volume backend pool list',
      })
  }

  /** The keys of the body that say what to copy, and the size, which cannot be less than that of what is copied. */
  private async source(flags: {
    size?: number | undefined
    image?: string | undefined
    snapshot?: string | undefined
    source?: string | undefined
    backup?: string | undefined
    'consistency-group'?: string | undefined
  }): Promise<JsonObject> {
    const find = async (resource: Parameters<typeof this.api>[0], name: string | undefined) =>
      name === undefined ? undefined : await this.api(resource).find(name)
    const [image, snapshot, source, backup, group] = [
      flags.image === undefined ? undefined : await this.api(Known.Image).id(flags.image),
      await find(VolumeSnapshot, flags.snapshot),
      await find(Volume, flags.source),
      await find(VolumeBackup, flags.backup),
      await find(ConsistencyGroup, flags['consistency-group']),
    ]
    const least = Number(asText((snapshot ?? source ?? backup)?.size) ?? 0)
    return {
      size: Math.max(flags.size ?? 0, least),
      imageRef: image,
      snapshot_id: snapshot?.id,
      source_volid: source?.id,
      backup_id: backup?.id,
      consistencygroup_id: group?.id,
    }
  }

  private hints(given: readonly Flags.KeyValue[] | undefined): JsonObject | undefined {
    if (!given) return undefined
    const hints = Object.entries(Flags.toLists(given)).map(([key, values]) => [
      key,
      LIST_HINTS.includes(key) ? values : (values.at(-1) ?? ''),
    ])
    return {'OS-SCH-HNT:scheduler_hints': Object.fromEntries(hints)}
  }

  private async mark(volume: JsonObject, bootable: boolean | undefined, readOnly: boolean | undefined): Promise<void> {
    const act = (body: JsonObject) => this.api(Volume).send(asText(volume.id) ?? '', 'POST', '/action', body)
    if (bootable !== undefined) await act({'os-set_bootable': {bootable}})
    if (readOnly !== undefined) await act({'os-update_readonly_flag': {readonly: readOnly}})
  }

  private afterMarks = async (volume: JsonObject, isMarked: boolean): Promise<JsonObject> =>
    isMarked ? await this.api(Volume).get(asText(volume.id) ?? '') : volume
}
