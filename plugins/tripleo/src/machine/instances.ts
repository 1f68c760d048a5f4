import {
  asArray,
  asObject,
  asText,
  type CommandContext,
  isObject,
  type Json,
  type JsonObject,
  readText,
} from '@osc-cli/core'
import {faultyFile} from '#machine/faulty-file'
import {toJson} from '#plan/json'
import {readYaml} from '#plan/yaml'

/** A server of a file for `overcloud node provision`, which gets a machine of its own. */
export interface Instance {
  hostname: string
  /** The machine that it must get (name or UUID); undefined for any that matches. */
  machine: string | undefined
  image: Image
  nics: JsonObject[]
  resourceClass: string
  /** What the machine must have, with the profile. */
  capabilities: ReadonlyMap<string, string>
  traits: string[]
  /** GiB. */
  rootSize: number
  /** MiB; undefined without swap. */
  swapSize: number | undefined
}

/** An image by its name or ID in Glance, or by its URL. */
export interface Image {
  href: string
  checksum: string | undefined
  kernel: string | undefined
  ramdisk: string | undefined
}

/** What a file describes. */
export interface Instances {
  wanted: Instance[]
  /** Those that the file marks with `provisioned: false`. */
  unwanted: Instance[]
  /** Parameters of the plan that describe the servers. */
  parameters: JsonObject
}

const DEFAULT_IMAGE = 'overcloud-full'
const DEFAULT_NETWORK = 'ctlplane'
// Room for the partition table and the config drive on a disk of 50 GiB, which old flavors have.
const DEFAULT_ROOT_SIZE = 49

/** The servers of a YAML file, with the names that TripleO gives them. OscError that lists every fault with its place. */
export async function readInstances(
  {runtime}: Pick<CommandContext, 'runtime'>,
  file: string,
  stack: string,
): Promise<Instances> {
  return instancesIn(file, toJson(readYaml(file, await readText(file, runtime))), stack)
}

/** The same from the list of roles in the file. */
export function instancesIn(file: string, content: Json, stack: string): Instances {
  const faults = Array.isArray(content) ? content.flatMap(faultsOf) : ['Expected a list of roles.']
  if (faults.length > 0) throw faultyFile(file, faults)
  const roles = asArray(content).map((role) => expandRole(asObject(role), stack))
  const servers = roles.flatMap(({servers}) => servers)
  const repeated = [...repeatedIn(servers, 'hostname'), ...repeatedIn(servers, 'name')]
  if (repeated.length > 0) throw faultyFile(file, repeated)
  return {
    wanted: servers.filter((server) => !isRemoved(server)).map(instanceOf),
    unwanted: servers.filter(isRemoved).map(instanceOf),
    parameters: {
      HostnameMap: Object.assign({}, ...roles.map(({hostnames}) => hostnames)),
      ...Object.assign({}, ...roles.map(({parameters}) => parameters)),
    },
  }
}

const isText = (value: Json): boolean => typeof value === 'string' && value !== ''
const isCount = (value: Json): boolean => Number.isInteger(value) && Number(value) >= 0
const isList = (value: Json): boolean => Array.isArray(value)
const [TEXT, COUNT, LIST, DICTIONARY, BOOLEAN] = [
  {words: 'a string', fits: isText},
  {words: 'a whole number', fits: isCount},
  {words: 'a list', fits: isList},
  {words: 'a dictionary', fits: isObject},
  {words: 'true or false', fits: (value: Json) => typeof value === 'boolean'},
]
type Keys = Readonly<Record<string, {words: string; fits: (value: Json) => boolean} | undefined>>

const ROLE: Keys = {name: TEXT, hostname_format: TEXT, count: COUNT, defaults: DICTIONARY, instances: LIST}
const DEFAULTS: Keys = {
  capabilities: DICTIONARY,
  image: DICTIONARY,
  nics: LIST,
  profile: TEXT,
  resource_class: TEXT,
  root_size_gb: COUNT,
  swap_size_mb: COUNT,
  traits: LIST,
}
const SERVER: Keys = {...DEFAULTS, hostname: TEXT, name: TEXT, provisioned: BOOLEAN}
const IMAGE: Keys = {href: TEXT, checksum: TEXT, kernel: TEXT, ramdisk: TEXT}
const NIC: Keys = {network: TEXT, port: TEXT, fixed_ip: TEXT, subnet: TEXT}

function faultsOf(role: Json, index: number): string[] {
  const at = `role ${index + 1}${isObject(role) && asText(role.name) ? ` (${asText(role.name)})` : ''}`
  if (!isObject(role)) return [`${at}: Expected a dictionary.`]
  const {count, instances, defaults} = role
  const servers = asArray(instances)
  const wanted = servers.filter((one) => !isRemoved(asObject(one))).length
  const format = asText(role.hostname_format)
  return [
    ...(role.name === undefined ? [`${at}: name is missing.`] : []),
    ...wrongKeys(at, role, ROLE),
    ...(isCount(count ?? 1) && wanted > Number(count ?? 1)
      ? [`${at}: ${wanted} instances are more than the count, ${count ?? 1}.`]
      : []),
    ...(format === undefined || format.includes('%index%') ? [] : [`${at}: hostname_format must contain %index%.`]),
    ...serverFaults(`${at}, defaults`, defaults ?? {}, DEFAULTS),
    ...servers.flatMap((one, number) => serverFaults(`${at}, instance ${number + 1}`, one, SERVER)),
  ]
}

function serverFaults(at: string, server: Json, keys: Keys): string[] {
  if (!isObject(server)) return [`${at}: Expected a dictionary.`]
  const {image, nics} = server
  return [
    ...wrongKeys(at, server, keys),
    ...(isObject(image) ? wrongKeys(`${at}, image`, image, IMAGE) : []),
    ...(isObject(image) && image.href === undefined ? [`${at}, image: href is missing.`] : []),
    ...asArray(nics).flatMap((nic, index) => wrongKeys(`${at}, nic ${index + 1}`, asObject(nic), NIC)),
  ]
}

const wrongKeys = (at: string, given: JsonObject, keys: Keys): string[] =>
  Object.entries(given).flatMap(([key, value]) => {
    const known = Object.hasOwn(keys, key) ? keys[key] : undefined
    if (!known) return [`${at}: The key ${key} is not known.`]
    return known.fits(value ?? null) ? [] : [`${at}: ${key}: Expected ${known.words}.`]
  })

const repeatedIn = (servers: readonly JsonObject[], key: string): string[] =>
  servers
    .flatMap((server) => asText(server[key]) ?? [])
    .filter((name, index, names) => names.indexOf(name) !== index)
    .map((name) => `The ${key} ${name} is used more than once.`)

interface Expanded {
  /** The servers as the file describes them, each with its `hostname`. */
  servers: JsonObject[]
  /** Names of servers by the names that Heat would give them. */
  hostnames: JsonObject
  parameters: JsonObject
}

/** Adds servers without a description until a role has as many as it counts, and names all of them. */
function expandRole(role: JsonObject, stack: string): Expanded {
  const name = String(role.name)
  const defaults = asObject(role.defaults)
  const format = asText(role.hostname_format) ?? `%stackname%-${HOSTNAMES[name] ?? name.toLowerCase()}-%index%`
  const nameAt = (index: number) => format.replaceAll('%index%', String(index)).replaceAll('%stackname%', stack)
  const listed = asArray(role.instances).map((one): JsonObject => ({...defaults, ...asObject(one)}))
  const missing = Number(role.count ?? 1) - listed.filter((server) => !isRemoved(server)).length
  const described = [...listed, ...Array.from({length: missing}, () => defaults)]
  const generated = described.map((_, index) => nameAt(index))
  const own = described.flatMap(({hostname, name: machine}) => asText(hostname ?? machine) ?? [])
  const free = generated.filter((one) => !own.includes(one))
  const servers = described.map((server) => {
    const hostname = asText(server.hostname ?? server.name)
    const generatedName = hostname !== undefined && generated.includes(hostname) ? hostname : String(free.shift())
    return {generatedName, server: {...server, hostname: hostname ?? generatedName}}
  })
  const removed = servers
    .filter(({server}) => isRemoved(server))
    .map(({generatedName}) => generated.indexOf(generatedName))
  return {
    servers: servers.map(({server}) => server),
    hostnames: Object.fromEntries(servers.map(({generatedName, server}) => [generatedName, server.hostname])),
    parameters: {
      [`${name}HostnameFormat`]: format,
      [`${name}Count`]: servers.length - removed.length,
      ...(removed.length > 0 && {[`${name}RemovalPolicies`]: [{resource_list: removed}]}),
    },
  }
}

/** How names of servers of a role begin where that is not the name of the role. */
const HOSTNAMES: Readonly<Record<string, string>> = {Compute: 'novacompute'}
const isRemoved = ({provisioned}: JsonObject): boolean => provisioned === false

function instanceOf(server: JsonObject): Instance {
  const image = asObject(server.image)
  const profile = asText(server.profile)
  const capabilities = Object.entries(asObject(server.capabilities)).map(
    ([key, value]) => [key, String(value)] as const,
  )
  return {
    hostname: String(server.hostname),
    machine: asText(server.name),
    image: {
      href: asText(image.href) ?? DEFAULT_IMAGE,
      checksum: asText(image.checksum),
      kernel: asText(image.kernel),
      ramdisk: asText(image.ramdisk),
    },
    nics: asArray(server.nics ?? [{network: DEFAULT_NETWORK}]).map(asObject),
    resourceClass: asText(server.resource_class) ?? 'baremetal',
    capabilities: new Map([...capabilities, ...(profile === undefined ? [] : [['profile', profile] as const])]),
    traits: asArray(server.traits).map(String),
    rootSize: Number(server.root_size_gb ?? DEFAULT_ROOT_SIZE),
    swapSize: server.swap_size_mb === undefined ? undefined : Number(server.swap_size_mb),
  }
}
