import {Args, asObject, asText, Flags, type JsonObject, ShowCommand, UsageError} from '@osc-cli/core'
import {VolumeGroup, volumeGroupFields} from '#volume-group'
import {VolumeGroupSnapshot} from '#volume-group-snapshot'
import {VolumeGroupType} from '#volume-group-type'
import {VolumeType} from '#volume-type'
import {settled, waitFlags} from '#waiting'

const SOURCES = ['volume-group-type', 'source-group', 'group-snapshot']
const from = (name: string, description: string, helpValue: string) =>
  Flags.string({description, helpValue, exclusive: SOURCES.filter((other) => other !== name)})

interface CopyFlags {
  'source-group'?: string | undefined
  'group-snapshot'?: string | undefined
}

export default class VolumeGroupCreate extends ShowCommand {
  static override summary = 'Create a volume group'
  static override roles = []
  static override microversion = '3.13'
  static override calls = [
    'GET /v3/group_types',
    'GET /v3/types',
    'GET /v3/groups/detail?name={name}',
    'GET /v3/group_snapshots/detail?name={name}',
    'POST /v3/groups',
    'POST /v3/groups/action',
    'GET /v3/groups/{id}',
  ]
  static override needs = {'source-group': {microversion: '3.14'}, 'group-snapshot': {microversion: '3.14'}}
  static override seeAlso = ['volume group snapshot create', 'volume group type create']
  static override examples = [
    {
      command: 'osc volume group create --volume-group-type consistent --volume-type fast --name database',
      description: 'Create an empty group for volumes of one type',
    },
    {command: 'osc volume group create --group-snapshot nightly --name restored', description: 'Copy a snapshot'},
  ]
  static override args = {
    volume_group_type: Args.string({description: 'Deprecated: use --volume-group-type'}),
    volume_type: Args.string({description: 'Deprecated: use --volume-type', multiple: true}),
  }
  static override flags = {
    'volume-group-type': from('volume-group-type', 'Group type (name or ID)', 'TYPE'),
    'volume-type': Flags.strings({
      description: 'Volume type that the group accepts (name or ID; repeatable; required with --volume-group-type)',
      helpValue: 'TYPE',
    }),
    'source-group': from('source-group', 'Group to copy (name or ID)', 'GROUP'),
    'group-snapshot': from('group-snapshot', 'Group snapshot to copy (name or ID)', 'SNAPSHOT'),
    name: Flags.string({description: 'Name of the group', helpValue: 'NAME'}),
    description: Flags.string({description: 'Description'}),
    'availability-zone': Flags.string({
      description: 'Availability zone (only with --volume-group-type)',
      helpValue: 'ZONE',
    }),
    ...waitFlags('the group is available'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeGroupCreate)
    const copied = flags['source-group'] ?? flags['group-snapshot']
    const named = args.volume_type ?? []
    if (args.volume_group_type !== undefined) await this.checkArguments(flags, named.length)
    const type = flags['volume-group-type'] ?? args.volume_group_type
    const types = [...(flags['volume-type'] ?? []), ...named]
    if (type === undefined && copied === undefined)
      throw new UsageError('What the group is created from is missing.', {
        hint: 'Add --volume-group-type and --volume-type, --source-group or --group-snapshot.',
      })
    if (type !== undefined && types.length === 0)
      throw new UsageError('A group of a group type needs a volume type.', {
        hint: 'Add for instance: --volume-type fast',
      })
    const texts = {name: flags.name, description: flags.description}
    const zone = flags['availability-zone']
    if (zone && copied) await this.note('Warning: --availability-zone has no effect without --volume-group-type.')
    const groups = this.api(VolumeGroup)
    const group =
      type === undefined
        ? await this.copy(texts, flags)
        : await groups.create({
            ...texts,
            group_type: await this.api(VolumeGroupType).id(type),
            volume_types: await this.api(VolumeType).ids(types),
            availability_zone: zone,
          })
    const created = await groups.get(asText(group.id) ?? '')
    await this.show(await settled(this, VolumeGroup, created, flags), volumeGroupFields)
  }

  /** The arguments stand for options and cannot be combined with them. */
  private async checkArguments(flags: Readonly<Record<string, unknown>>, types: number): Promise<void> {
    const given = SOURCES.find((name) => flags[name] !== undefined)
    if (given) throw new UsageError(`--${given} cannot be combined with the argument <volume_group_type>.`)
    if (types > 0 && flags['volume-type'] !== undefined)
      throw new UsageError('--volume-type cannot be combined with the argument <volume_type>.')
    await this.note('Warning: arguments are deprecated here. Use --volume-group-type and --volume-type.')
  }

  private async copy(texts: JsonObject, flags: CopyFlags): Promise<JsonObject> {
    const {'source-group': source, 'group-snapshot': snapshot} = flags
    const groups = this.api(VolumeGroup)
    const body = {
      ...texts,
      source_group_id: source === undefined ? undefined : await groups.id(source),
      group_snapshot_id: snapshot === undefined ? undefined : await this.api(VolumeGroupSnapshot).id(snapshot),
    }
    return asObject((await groups.send('action', 'POST', '', {'create-from-src': body})).group)
  }
}
