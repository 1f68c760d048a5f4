import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {
  type Api,
  asText,
  checkKeys,
  Flags,
  givenJson,
  isObject,
  type JsonObject,
  Known,
  type Microversion,
  type PairKeys,
  readPairs,
  readText,
  UsageError,
} from '@osc-cli/core'

const BLOCK_DEVICE_KEYS = [
  'uuid',
  'source_type',
  'destination_type',
  'disk_bus',
  'device_type',
  'device_name',
  'volume_size',
  'guest_format',
  'boot_index',
  'delete_on_termination',
  'tag',
  'volume_type',
]

const legacy = Flags.custom<JsonObject>({
  multiple: true,
  multipleNonGreedy: true,
  parse: async (text) => readMapping(text),
})

// Read later: whether a file of that name exists depends on the folder that the command runs in.
const blockDeviceText = Flags.custom<string, {keys: PairKeys}>({
  multiple: true,
  multipleNonGreedy: true,
  parse: async (text) => text,
})

export const blockDeviceFlags = {
  'boot-from-volume': Flags.integer({
    description: 'Size in GiB of a new volume, created from the image, to boot from',
    helpValue: 'GIB',
  }),
  'delete-on-termination': Flags.boolean({description: 'Delete the boot volume with the server'}),
  'block-device-mapping': legacy({
    description: 'Deprecated: block device as NAME=ID[:TYPE[:GIB[:DELETE]]]; use --block-device',
    helpValue: 'MAPPING',
  }),
  'block-device': blockDeviceText({
    keys: {optional: BLOCK_DEVICE_KEYS},
    description: 'Block device, or a JSON file that describes it (repeatable)',
    helpValue: 'KEY=VALUE,...',
  }),
  swap: Flags.integer({description: 'Size of the swap disk in MiB', helpValue: 'MIB'}),
  ephemeral: Flags.pairs({
    keys: {required: ['size'], optional: ['format']},
    description: 'Ephemeral disk (repeatable)',
    helpValue: 'size=GIB[,format=FORMAT]',
  }),
}

/** `vdb=ID:type:size:delete`. */
function readMapping(text: string): JsonObject {
  const equals = text.indexOf('=')
  const [uuid, type, size, remove, ...more] = equals < 0 ? [] : text.slice(equals + 1).split(':')
  if (equals < 1 || !uuid || more.length > 0)
    throw new UsageError(
      `Invalid argument ${text}; argument must be of form 'dev-name=id[:type[:size[:delete-on-terminate]]]'`,
    )
  if (type && !['volume', 'snapshot', 'image'].includes(type))
    throw new UsageError(`Invalid argument ${text}; 'type' must be one of: volume, snapshot, image`)
  return {
    device_name: text.slice(0, equals),
    uuid,
    source_type: type || 'volume',
    destination_type: 'volume',
    ...(size && {volume_size: size}),
    ...(remove && {delete_on_termination: remove}),
  }
}

export interface DiskFlags {
  'boot-from-volume'?: number | undefined
  'delete-on-termination': boolean
  'block-device-mapping'?: JsonObject[] | undefined
  swap?: number | undefined
  ephemeral?: Record<string, string>[] | undefined
}

export interface Root {
  image?: string | undefined
  volume?: string | undefined
  snapshot?: string | undefined
}

/** The values of `--block-device`, read and checked before anything is sent. */
export const readBlockDevices = (texts: readonly string[] = [], cwd: string, version: Microversion) =>
  Promise.all(texts.map((text) => blockDevice(text, cwd, version)))

/** `block_device_mapping_v2` of a server: its root, swap and ephemeral disks, and what is mapped besides. */
export async function blockDevices(
  api: Api,
  root: Root,
  flags: DiskFlags,
  mapped: readonly JsonObject[],
): Promise<JsonObject[]> {
  const devices = [...rootDevice(root, flags), ...blankDisks(flags)]
  for (const mapping of flags['block-device-mapping'] ?? [])
    devices.push({...mapping, uuid: await sourceId(api, asText(mapping.source_type) ?? '', asText(mapping.uuid) ?? '')})
  devices.push(...mapped)
  if (!devices.some(({boot_index: index}) => index === 0))
    throw new UsageError(
      'An image (--image, --image-property) or bootable volume (--volume, --snapshot, --block-device) is required.',
      {hint: 'Specify an image, for example: --image cirros. List images: osc image list'},
    )
  return devices
}

function rootDevice({image, volume, snapshot}: Root, flags: DiskFlags): JsonObject[] {
  const size = flags['boot-from-volume']
  if (size) {
    if (!image)
      throw new UsageError('An image (--image or --image-property) is required to support --boot-from-volume option')
    const remove = flags['delete-on-termination']
    return [
      {
        uuid: image,
        boot_index: 0,
        source_type: 'image',
        destination_type: 'volume',
        volume_size: size,
        delete_on_termination: remove,
      },
    ]
  }
  if (image)
    return [{uuid: image, boot_index: 0, source_type: 'image', destination_type: 'local', delete_on_termination: true}]
  if (volume) return [{uuid: volume, boot_index: 0, source_type: 'volume', destination_type: 'volume'}]
  if (!snapshot) return []
  return [
    {uuid: snapshot, boot_index: 0, source_type: 'snapshot', destination_type: 'volume', delete_on_termination: false},
  ]
}

function blankDisks({swap, ephemeral = []}: DiskFlags): JsonObject[] {
  const blank = {boot_index: -1, source_type: 'blank', destination_type: 'local', delete_on_termination: true}
  return [
    ...(swap ? [{...blank, guest_format: 'swap', volume_size: swap}] : []),
    ...ephemeral.map(({size, format}) => ({...blank, volume_size: size, ...(format && {guest_format: format})})),
  ]
}

async function sourceId(api: Api, type: string, nameOrId: string): Promise<string> {
  const resource = type === 'image' ? Known.Image : type === 'snapshot' ? Known.VolumeSnapshot : Known.Volume
  return await api(resource).id(nameOrId)
}

/** A `--block-device`, with what it leaves out filled in as the old client did. */
async function blockDevice(text: string, cwd: string, version: Microversion): Promise<JsonObject> {
  const device = await readDevice(text, cwd)
  for (const [key, wanted] of [
    ['tag', '2.42'],
    ['volume_type', '2.67'],
  ] as const)
    if (device[key] !== undefined && !version.atLeast(wanted))
      throw new UsageError(
        `--os-compute-api-version ${wanted} or greater is required to support the ${key} key of --block-device`,
      )
  const source = oneOf(device, 'source_type', ['volume', 'image', 'snapshot', 'blank']) ?? 'blank'
  const destination =
    oneOf(device, 'destination_type', ['local', 'volume']) ?? (source === 'blank' ? 'local' : 'volume')
  const remove = removal(device)
  return {
    ...device,
    ...(device.boot_index === undefined ? {} : {boot_index: bootIndex(device)}),
    source_type: source,
    destination_type: destination,
    ...(remove === undefined
      ? destination === 'local'
        ? {delete_on_termination: true}
        : {}
      : {delete_on_termination: remove}),
  }
}

async function readDevice(text: string, cwd: string): Promise<JsonObject> {
  if (!existsSync(resolve(cwd, text))) return readPairs(text, {optional: BLOCK_DEVICE_KEYS})
  const device = givenJson(await readText(text, {cwd}), `File ${text} of --block-device`)
  if (!isObject(device))
    throw new UsageError(`File ${text} of --block-device is not a JSON object.`, {
      hint: 'Write the block device as {"uuid": ID, "boot_index": 0}.',
    })
  checkKeys(Object.keys(device), {optional: BLOCK_DEVICE_KEYS})
  return device
}

function oneOf(device: JsonObject, key: string, values: readonly string[]): string | undefined {
  const value = asText(device[key])
  if (value === undefined || values.includes(value)) return value
  throw new UsageError(`The ${key} key of --block-device should be one of: ${values.join(', ')}`)
}

function bootIndex({boot_index: index}: JsonObject): number {
  if (/^-?\d+$/.test(asText(index) ?? '')) return Number(index)
  throw new UsageError('The boot_index key of --block-device should be an integer')
}

const TRUE = /^(?:1|t|true|on|y|yes)$/i
const FALSE = /^(?:0|f|false|off|n|no)$/i

function removal({delete_on_termination: value}: JsonObject): boolean | undefined {
  if (value === undefined || typeof value === 'boolean') return value
  if (TRUE.test(String(value))) return true
  if (FALSE.test(String(value))) return false
  throw new UsageError('The delete_on_termination key of --block-device should be a boolean-like value')
}
