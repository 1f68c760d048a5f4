import {
  type Api,
  Args,
  Flags,
  HttpError,
  type JsonObject,
  Known,
  ShowCommand,
  shellWord,
  UsageError,
} from '@osc-cli/core'
import {base64} from '#base64'
import {blockDeviceFlags, blockDevices, readBlockDevices} from '#block-devices'
import {checkQuota, readLimits} from '#check-quota'
import {Flavor} from '#flavor'
import {imageWith} from '#image-with'
import {isAutoOrNone, networksOf, nicFlags} from '#nics'
import {refreshed, shownServer} from '#server-fields'
import {ServerGroup} from '#server-group'
import {waitForServer} from '#wait-for-server'

export default class ServerCreate extends ShowCommand {
  static override summary = 'Create a server'
  static override roles = ['member']
  static override calls = [
    'GET /v2.1/flavors/{id}',
    'GET /v2.1/flavors',
    'GET /v2.1/limits',
    'GET /v2.1/os-server-groups',
    'GET /v2/images?name={name}',
    'GET /v2/images',
    'GET /v2/images/{id}',
    'GET /v2.0/networks?name={name}',
    'GET /v2.0/ports?name={name}',
    'GET /v2.0/security-groups?name={name}',
    'GET /v3/{project_id}/volumes?name={name}',
    'GET /v3/{project_id}/snapshots?name={name}',
    'POST /v2.1/servers',
    'GET /v2.1/servers/{id}',
  ]
  static override needs = {
    description: {microversion: '2.19'},
    tag: {microversion: '2.52'},
    'nic.tag': {microversion: '2.43'},
    host: {microversion: '2.74'},
    'hypervisor-hostname': {microversion: '2.74'},
    hostname: {microversion: '2.90'},
    'trusted-image-cert': {microversion: '2.63'},
  }
  static override seeAlso = ['server list', 'flavor list', 'server delete']
  static override examples = [
    {
      command: 'osc server create --flavor m1.tiny --image cirros --network private --wait web',
      description: 'Wait until it is active',
    },
  ]
  static override args = {name: Args.string({description: 'Name of the new server', required: true})}
  static override flags = {
    flavor: Flags.string({description: 'Flavor of the server (name or ID)', helpValue: 'FLAVOR', required: true}),
    image: Flags.string({
      description: 'Image to boot from (name or ID)',
      helpValue: 'IMAGE',
      exclusive: ['image-property', 'volume', 'snapshot'],
    }),
    'image-property': Flags.keyValues({
      description: 'Boot from the image that has this property (repeatable)',
      exclusive: ['image', 'volume', 'snapshot'],
    }),
    volume: Flags.string({
      description: 'Volume to boot from (name or ID)',
      helpValue: 'VOLUME',
      exclusive: ['image', 'image-property', 'snapshot'],
    }),
    snapshot: Flags.string({
      description: 'Volume snapshot to boot from (name or ID)',
      helpValue: 'SNAPSHOT',
      exclusive: ['image', 'image-property', 'volume'],
    }),
    ...blockDeviceFlags,
    ...nicFlags,
    password: Flags.string({description: 'Password of the server administrator', helpValue: 'PASSWORD'}),
    'security-group': Flags.strings({
      description: 'Security group of the server (name or ID, repeatable)',
      helpValue: 'GROUP',
      exclusive: ['no-security-group'],
    }),
    'no-security-group': Flags.boolean({
      description: 'Create the server without security groups',
      exclusive: ['security-group'],
    }),
    'key-name': Flags.string({description: 'Keypair to inject into the server', helpValue: 'KEY'}),
    property: Flags.keyValues({description: 'Property of the server (repeatable)'}),
    file: Flags.keyValues({
      description: 'File to inject before the first boot (repeatable; up to microversion 2.56)',
      helpValue: 'DESTINATION=SOURCE',
    }),
    'user-data': Flags.string({description: 'File with user data for the metadata service', helpValue: 'FILE'}),
    description: Flags.string({description: 'Description of the server', helpValue: 'TEXT'}),
    'availability-zone': Flags.string({
      description: 'Availability zone of the server, or ZONE:HOST:NODE',
      helpValue: 'ZONE',
    }),
    host: Flags.string({description: 'Host to create the server on (admin only)', helpValue: 'HOST'}),
    'hypervisor-hostname': Flags.string({
      description: 'Hypervisor to create the server on (admin only)',
      helpValue: 'NAME',
    }),
    'server-group': Flags.string({
      description: 'Server group to create the server in (name or ID)',
      helpValue: 'GROUP',
    }),
    hint: Flags.keyValues({description: 'Scheduler hint (repeatable)'}),
    'use-config-drive': Flags.boolean({
      description: 'Attach a config drive',
      exclusive: ['no-config-drive', 'config-drive'],
    }),
    'no-config-drive': Flags.boolean({
      description: 'Do not attach a config drive',
      exclusive: ['use-config-drive', 'config-drive'],
    }),
    'config-drive': Flags.string({
      description: 'Deprecated: use --use-config-drive',
      helpValue: 'VOLUME|True',
      exclusive: ['use-config-drive', 'no-config-drive'],
    }),
    min: Flags.integer({
      description: 'Minimum number of servers to create (default: 1)',
      helpValue: 'NUMBER',
      default: 1,
    }),
    max: Flags.integer({
      description: 'Maximum number of servers to create (default: 1)',
      helpValue: 'NUMBER',
      default: 1,
    }),
    tag: Flags.strings({description: 'Tag of the server (repeatable)', helpValue: 'TAG'}),
    hostname: Flags.string({description: 'Host name of the server in the metadata service', helpValue: 'NAME'}),
    wait: Flags.boolean({description: 'Wait until the server is active'}),
    'trusted-image-cert': Flags.strings({
      description: 'ID of a trusted certificate to verify the image signature (repeatable)',
      helpValue: 'ID',
    }),
  }

  async run(): Promise<void> {
    const {args, flags, given} = await this.parse(ServerCreate)
    checkCounts(flags)
    for (const option of ['volume', 'snapshot'] as const)
      if (flags[option] && flags['boot-from-volume'])
        throw new UsageError(`--${option} is not allowed with --boot-from-volume`)
    if (flags['delete-on-termination'] && !flags['boot-from-volume'])
      throw new UsageError('--delete-on-termination can only be used with --boot-from-volume')
    const servers = this.api(Known.Server)
    const version = await servers.microversion()
    if (flags.file && version.atLeast('2.57'))
      throw new UsageError(
        'Personality files are deprecated and are not supported for --os-compute-api-version greater than 2.56; use user data instead',
      )
    if (given.some(isAutoOrNone) && !version.atLeast('2.37'))
      throw new UsageError(
        '--os-compute-api-version 2.37 or greater is required to support explicit auto-allocation of a network or to disable network allocation',
      )
    const {cwd} = this.runtime
    const api = this.api
    const mapped = await readBlockDevices(flags['block-device'], cwd, version)
    const [flavor, limits, image, volume, snapshot, networks, groups, serverGroup, userData, personality] =
      await Promise.all([
        flavorOf(api, flags.flavor),
        readLimits(this),
        flags['image-property']
          ? imageWith(this, flags['image-property'])
          : flags.image && api(Known.Image).id(flags.image),
        flags.volume && api(Known.Volume).id(flags.volume),
        flags.snapshot && api(Known.VolumeSnapshot).id(flags.snapshot),
        networksOf(api, given),
        Promise.all(
          (flags['security-group'] ?? []).map(async (group) => ({name: await api(Known.SecurityGroup).id(group)})),
        ),
        flags['server-group'] && api(ServerGroup).id(flags['server-group']),
        flags['user-data'] === undefined ? undefined : base64(flags['user-data'], cwd),
        Promise.all((flags.file ?? []).map(async ({key, value}) => ({path: key, contents: await base64(value, cwd)}))),
      ])
    if (flags['trusted-image-cert'] && (!image || flags['boot-from-volume']))
      throw new UsageError('--trusted-image-cert option is only supported for servers booted directly from images')
    const devices = await blockDevices(api, {image, volume, snapshot}, flags, mapped)
    checkQuota(limits, flavor, flags.min)
    const server: JsonObject = {
      name: args.name,
      imageRef: flags['boot-from-volume'] ? '' : (image ?? ''),
      flavorRef: flavor.id,
      min_count: flags.min,
      max_count: flags.max,
      description: flags.description || undefined,
      availability_zone: flags['availability-zone'] || undefined,
      adminPass: flags.password || undefined,
      metadata: Flags.toObject(flags.property),
      key_name: flags['key-name'] || undefined,
      user_data: userData || undefined,
      personality: personality.length > 0 ? personality : undefined,
      security_groups: flags['security-group'] || flags['no-security-group'] ? groups : undefined,
      block_device_mapping_v2: devices,
      networks: networks === 'auto' && !version.atLeast('2.37') ? undefined : networks,
      config_drive: configDrive(flags),
      tags: flags.tag,
      host: flags.host || undefined,
      hypervisor_hostname: flags['hypervisor-hostname'] || undefined,
      hostname: flags.hostname || undefined,
      trusted_image_certificates: flags['trusted-image-cert'],
    }
    const hints = hintsOf(flags.hint, serverGroup)
    const beside = Object.keys(hints).length > 0 ? {'OS-SCH-HNT:scheduler_hints': hints} : {}
    const created = await servers.create(server, beside)
    const id = String(created.id)
    const shown = flags.wait
      ? await waitForServer(this, args.name, id, ['ACTIVE'], {doing: 'created', requested: placementOf(flags)})
      : await this.orNoteThatItExists(args.name, id, () => servers.get(id))
    const record = refreshed(created, shown)
    await this.show(record, await shownServer(api, record))
  }

  /** Without the note, a retry after a failure would create a second server. */
  private async orNoteThatItExists<T>(name: string, id: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      await this.note(`Server ${name} was created, but cannot be read. Show it with: osc server show ${shellWord(id)}`)
      throw error
    }
  }
}

/** The flavor; if the cloud does not let the user read it, what was given, for Nova to judge. */
async function flavorOf(api: Api, id: string): Promise<JsonObject> {
  try {
    return await api(Flavor).find(id)
  } catch (error) {
    if (HttpError.is(error, 403)) return {id, name: id}
    throw error
  }
}

/** What limits the hosts besides the flavor. */
function placementOf(flags: {
  'availability-zone'?: string | undefined
  host?: string | undefined
  'hypervisor-hostname'?: string | undefined
  'server-group'?: string | undefined
  image?: string | undefined
  hint?: readonly Flags.KeyValue[] | undefined
}): string[] {
  const {hint = []} = flags
  const named = ['image', 'availability-zone', 'host', 'hypervisor-hostname', 'server-group'] as const
  return [
    ...named.flatMap((name) => (flags[name] === undefined ? [] : [`${name.replaceAll('-', ' ')} ${flags[name]}`])),
    ...(hint.length > 0 ? [`hints ${hint.map(({key, value}) => `${key}=${value}`).join(', ')}`] : []),
  ]
}

function checkCounts({min, max}: {min: number; max: number}): void {
  if (min > max) throw new UsageError('min instances should be <= max instances')
  if (min < 1) throw new UsageError('min instances should be > 0')
}

/** A hint that is given several times is a list. */
function hintsOf(given: readonly Flags.KeyValue[] = [], group: string | undefined): JsonObject {
  const byKey = Map.groupBy(given, ({key}) => key)
  const hints = [...byKey].map(([key, values]): [string, string | string[]] => {
    const texts = values.map(({value}) => value)
    return [key, texts.length === 1 ? (texts[0] ?? '') : texts]
  })
  return {...Object.fromEntries(hints), ...(group && {group})}
}

function configDrive(flags: {
  'use-config-drive': boolean
  'config-drive'?: string | undefined
}): boolean | string | undefined {
  const old = flags['config-drive']
  if (flags['use-config-drive'] || /^(?:true|1)$/i.test(old ?? '')) return true
  return old === undefined || /^(?:false|0|none|)$/i.test(old) ? undefined : old
}
