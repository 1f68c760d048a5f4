import {
  asArray,
  asObject,
  asText,
  type Cell,
  Cells,
  type Columns,
  Formatted,
  type Json,
  type JsonObject,
  type Microversion,
  type Row,
} from '@osc-cli/core'

export const FROM_VOLUME = 'N/A (booted from volume)'

const POWER_STATES = ['NOSTATE', 'Running', '', 'Paused', 'Shutdown', '', 'Crashed', 'Suspended']

export const powerState = (state: Json | undefined): Cell =>
  new Formatted(state ?? null, () => (typeof state === 'number' ? (POWER_STATES[state] ?? 'N/A') : 'N/A'))

export function addressesCell(addresses: Json | undefined): Cell {
  const networks = Object.entries(asObject(addresses)).map(([network, list]): [string, Json] => [
    network,
    asArray(list).flatMap((one) => asText(asObject(one).addr) ?? []),
  ])
  return Cells.lists(Object.fromEntries(networks))
}

const hostCell = ({'OS-EXT-SRV-ATTR:hypervisor_hostname': host}: Row): Cell =>
  new Formatted(host ?? null, () => asText(host) ?? '')

/** What a list looks names up for. */
export interface Names {
  images: ReadonlyMap<string, string>
  flavors: ReadonlyMap<string, string>
}

interface ListFlags {
  long: boolean
  'no-name-lookup': boolean
  'all-projects': boolean
  project?: string | undefined
  column?: readonly string[]
}

/** Columns of `server list`, as the microversion, --long and -c decide. */
export function serverColumns(
  flags: ListFlags,
  version: Pick<Microversion, 'atLeast'>,
  servers: readonly Row[],
  names: Names,
): Columns {
  const imageId = ({image}: Row) => asText(asObject(image).id) ?? FROM_VOLUME
  const imageName = ({image}: Row) => {
    const id = asText(asObject(image).id)
    return id === undefined ? FROM_VOLUME : (names.images.get(id) ?? '')
  }
  const flavorId = ({flavor}: Row) => asText(asObject(flavor).id)
  const flavorName = ({flavor}: Row) =>
    asText(asObject(flavor).original_name) ?? names.flavors.get(asText(asObject(flavor).id) ?? '') ?? ''
  const embedded = version.atLeast('2.47')
  const {long} = flags
  const extra: Columns = {
    'Project ID': 'tenant_id',
    'User ID': 'user_id',
    'Created At': 'created',
    'Security Groups': ({security_groups: groups}) =>
      asArray(groups).flatMap((group) => asText(asObject(group).name) ?? []),
    'Task State': 'OS-EXT-STS:task_state',
    'Power State': ({'OS-EXT-STS:power_state': state}) => powerState(state),
    'Image ID': imageId,
    'Flavor ID': flavorId,
    'Availability Zone': 'OS-EXT-AZ:availability_zone',
    Host: hostCell,
    Properties: ({metadata}) => Cells.dict(metadata),
    ...(version.atLeast('2.96') ? {'Pinned Availability Zone': 'pinned_availability_zone'} : {}),
    ...(version.atLeast('2.100') ? {'Scheduler Hints': ({scheduler_hints}: Row) => Cells.lists(scheduler_hints)} : {}),
  }
  const {'Task State': task, 'Power State': power, ...rest} = extra
  const only = (...headers: string[]): Columns =>
    Object.fromEntries(headers.flatMap((header) => (rest[header] === undefined ? [] : [[header, rest[header]]])))
  const hasHostStatus = long && version.atLeast('2.16') && servers.some(({host_status: status}) => status !== undefined)
  const wanted = (flags.column ?? []).flatMap(
    (name) =>
      Object.keys(extra).find((header) => header === name || header.toLowerCase().replaceAll(' ', '_') === name) ?? [],
  )
  return {
    ID: 'id',
    Name: 'name',
    Status: 'status',
    ...(long ? {'Task State': 'OS-EXT-STS:task_state', 'Power State': power ?? ''} : {}),
    Networks: ({addresses}) => addressesCell(addresses),
    ...(long ? {'Image Name': imageName, 'Image ID': imageId} : {Image: flags['no-name-lookup'] ? imageId : imageName}),
    ...(embedded || !long
      ? {Flavor: !embedded && flags['no-name-lookup'] ? flavorId : flavorName}
      : {'Flavor Name': flavorName, 'Flavor ID': flavorId}),
    ...(long ? only('Availability Zone', 'Host', 'Properties', 'Pinned Availability Zone', 'Scheduler Hints') : {}),
    ...(flags['all-projects'] || flags.project ? {'Project ID': 'tenant_id'} : {}),
    ...Object.fromEntries(wanted.map((header) => [header, extra[header] ?? task ?? ''])),
    ...(hasHostStatus ? {'Host Status': 'host_status'} : {}),
  }
}

/** The fields of a flavor as openstacksdk has them, in its order, with substitutes for those that are missing. */
const FLAVOR_FIELDS: Readonly<Record<string, Json>> = {
  name: null,
  original_name: null,
  description: null,
  disk: 0,
  is_public: true,
  ram: 0,
  vcpus: 0,
  swap: 0,
  ephemeral: 0,
  is_disabled: null,
  rxtx_factor: null,
  extra_specs: {},
  id: null,
  location: null,
}

/** What `server show` prints: every field there is in openstacksdk, also those that the service does not send. */
export function serverFields(
  server: JsonObject,
  version: Pick<Microversion, 'atLeast'>,
  image: string,
  flavor: string,
): Columns {
  const {flavor: embedded} = server
  const plain = [
    'OS-DCF:diskConfig',
    'OS-EXT-AZ:availability_zone',
    'OS-EXT-SRV-ATTR:host',
    'OS-EXT-SRV-ATTR:hostname',
    'OS-EXT-SRV-ATTR:hypervisor_hostname',
    'OS-EXT-SRV-ATTR:instance_name',
    'OS-EXT-SRV-ATTR:kernel_id',
    'OS-EXT-SRV-ATTR:launch_index',
    'OS-EXT-SRV-ATTR:ramdisk_id',
    'OS-EXT-SRV-ATTR:reservation_id',
    'OS-EXT-SRV-ATTR:root_device_name',
    'OS-EXT-SRV-ATTR:user_data',
    'OS-EXT-STS:task_state',
    'OS-EXT-STS:vm_state',
    'OS-SRV-USG:launched_at',
    'OS-SRV-USG:terminated_at',
    'accessIPv4',
    'accessIPv6',
    'config_drive',
    'created',
    'description',
    'hostId',
    'host_status',
    'id',
    'key_name',
    'locked',
    'locked_reason',
    'name',
    'progress',
    'server_groups',
    'status',
    'trusted_image_certificates',
    'updated',
    'user_id',
    ...(version.atLeast('2.96') ? ['pinned_availability_zone'] : []),
  ]
  const columns: Record<string, string | ((row: Row) => Cell)> = Object.fromEntries(
    plain.map((key) => [key, (row: Row) => row[key] ?? null]),
  )
  Object.assign(columns, {
    'OS-EXT-STS:power_state': (row: Row) => powerState(row['OS-EXT-STS:power_state']),
    addresses: ({addresses}: Row) => addressesCell(addresses),
    flavor: () => (asObject(embedded).original_name === undefined ? flavor : Cells.dict(flavorOf(asObject(embedded)))),
    image: () => image,
    project_id: 'tenant_id',
    properties: ({metadata}: Row) => Cells.dict(metadata),
    tags: ({tags}: Row) => Cells.list(tags),
    volumes_attached: ({'os-extended-volumes:volumes_attached': volumes}: Row) => Cells.dicts(volumes),
    ...(server.adminPass === undefined ? {} : {adminPass: 'adminPass'}),
    ...(server.fault === undefined ? {} : {fault: 'fault'}),
    ...(server.security_groups === undefined
      ? {}
      : {security_groups: ({security_groups}: Row) => Cells.dicts(security_groups)}),
    ...(version.atLeast('2.100') ? {scheduler_hints: ({scheduler_hints}: Row) => Cells.lists(scheduler_hints)} : {}),
  })
  return Object.fromEntries(Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** An embedded flavor as openstacksdk has it: with the fields of a whole one. */
const flavorOf = (flavor: JsonObject): JsonObject => ({
  ...FLAVOR_FIELDS,
  ...flavor,
  id: flavor.original_name,
  name: flavor.original_name,
})

const NEWEST = {atLeast: () => true}
const NO_NAMES: Names = {images: new Map(), flavors: new Map()}

/** What `server show` prints at most, for completion. */
export const SERVER_FIELDS = Object.keys(serverFields({fault: {}, security_groups: []}, NEWEST, '', ''))

/** What `server list` prints at most, with and without `--long`, for completion. */
export const SERVER_COLUMNS = [
  ...new Set(
    [false, true].flatMap((long) => {
      const flags = {long, 'no-name-lookup': false, 'all-projects': true}
      return Object.keys(serverColumns(flags, NEWEST, [], NO_NAMES))
    }),
  ),
]
