import {
  asArray,
  asObject,
  asText,
  type CommandContext,
  isObject,
  type Json,
  type JsonObject,
  readText,
  UsageError,
} from '@osc-cli/core'
import {faultyFile} from '#machine/faulty-file'
import {toJson} from '#plan/json'
import {readYaml} from '#plan/yaml'

/** A machine of an instackenv file, in Ironic's words. */
export interface FileMachine {
  /** Undefined where the file has none: it is found by its cards. */
  name: string | undefined
  driver: string
  driverInfo: JsonObject
  properties: JsonObject
  macs: string[]
  resourceClass: string | undefined
}

/** Names of drivers in files of older releases. */
const DRIVERS: Readonly<Record<string, string>> = {
  pxe_ipmitool: 'ipmi',
  ipmitool: 'ipmi',
  pxe_drac: 'idrac',
  pxe_ilo: 'ilo',
  pxe_irmc: 'irmc',
  fake: 'fake-hardware',
  fake_pxe: 'fake-hardware',
}

/** How the access data of a driver begins, where that is not its name. */
const PREFIXES: Readonly<Record<string, string>> = {idrac: 'drac', 'fake-hardware': 'fake'}
const ACCESS = {
  pm_addr: 'address',
  pm_user: 'username',
  pm_password: 'password',
  pm_port: 'port',
  pm_system_id: 'system_id',
} as const
const NUMBERS = {cpu: 'cpus', memory: 'memory_mb', disk: 'local_gb'} as const

/** Drivers that reach a management controller by its address. */
const REMOTE = new Set(['ipmi', 'idrac', 'ilo', 'irmc', 'redfish', 'xclarity'])
const MAC = /^[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}$/i
// Ironic takes host names only.
const NAME = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i

/** The machines of a JSON or YAML file. OscError that lists every fault with its place. */
export async function readInstackenv({runtime}: Pick<CommandContext, 'runtime'>, file: string): Promise<FileMachine[]> {
  if (file.endsWith('.csv'))
    throw new UsageError(`${file}: CSV files are not supported.`, {hint: 'Write the machines as JSON or YAML.'})
  return machinesIn(file, toJson(readYaml(file, await readText(file, runtime))))
}

/** The same from what is in the file. */
export function machinesIn(file: string, content: Json): FileMachine[] {
  const nodes = isObject(content) ? content.nodes : content
  if (!Array.isArray(nodes) || nodes.length === 0)
    throw faultyFile(file, ['Expected a list of machines, or a dictionary with the key nodes.'])
  const faults = [...nodes.flatMap((node, index) => faultsOf(node, index)), ...duplicatesIn(nodes.map(asObject))]
  if (faults.length > 0) throw faultyFile(file, faults)
  return nodes.map((node) => machineOf(asObject(node)))
}

/** `machine 2 (web-1)`. */
const placeOf = (node: Json, index: number): string =>
  `machine ${index + 1}${isObject(node) && asText(node.name) ? ` (${asText(node.name)})` : ''}`

function faultsOf(node: Json, index: number): string[] {
  const at = placeOf(node, index)
  if (!isObject(node)) return [`${at}: Expected a dictionary.`]
  const driver = driverOf(node)
  const faults: (string | false)[] = [
    driver === undefined && 'pm_type is missing.',
    asText(node.name) !== undefined && !NAME.test(String(node.name)) && `name: '${node.name}' is not a host name.`,
    !asText(node.name) && macsOf(node).length === 0 && 'name or mac is required to identify the machine.',
    ...Object.keys(NUMBERS).map(
      (key) =>
        node[key] !== undefined && !/^\d+$/.test(String(node[key])) && `${key}: '${node[key]}' is not a whole number.`,
    ),
    ...macsOf(node).map((mac) => !MAC.test(mac) && `mac: '${mac}' is not a MAC address.`),
    ...['pm_addr', 'pm_user', 'pm_password'].map(
      (key) => driver !== undefined && REMOTE.has(driver) && !hasAccess(node, driver, key) && `${key} is missing.`,
    ),
    typeof node.capabilities === 'string' &&
      node.capabilities.split(',').some((pair) => !pair.includes(':')) &&
      `capabilities: Expected NAME:VALUE,NAME:VALUE, got '${node.capabilities}'.`,
  ]
  return faults.filter((fault) => fault !== false).map((fault) => `${at}: ${fault}`)
}

const hasAccess = (node: JsonObject, driver: string, key: string): boolean =>
  Boolean(asText(node[key]) || asText(node[`${prefixOf(driver)}_${ACCESS[key as keyof typeof ACCESS]}`]))

/** Two machines with one name, card or management controller. */
function duplicatesIn(nodes: readonly JsonObject[]): string[] {
  const indexes = new Map<string, number>()
  return nodes.flatMap((node, index) =>
    [
      ...(asText(node.name) ? [`name ${node.name}`] : []),
      ...macsOf(node).map((mac) => `mac ${mac.toLowerCase()}`),
      ...(asText(node.pm_addr)
        ? [`pm_addr ${[node.pm_addr, node.pm_port, node.pm_system_id].filter(Boolean).join(' ')}`]
        : []),
    ].flatMap((value) => {
      const other = indexes.get(value)
      if (other === undefined) indexes.set(value, index)
      return other === undefined || other === index
        ? []
        : [`${placeOf(node, index)}: ${value} is also that of ${placeOf(nodes[other] ?? null, other)}.`]
    }),
  )
}

function driverOf(node: JsonObject): string | undefined {
  const type = asText(node.pm_type ?? node.driver)
  return type === undefined || type === '' ? undefined : (DRIVERS[type] ?? type)
}

const prefixOf = (driver: string): string => PREFIXES[driver] ?? driver

/** MAC addresses, in either notation of the file. */
const macsOf = ({mac, ports}: JsonObject): string[] => [
  ...asArray(mac).map(String),
  ...asArray(ports).map((port) => String(asObject(port).address)),
]

function machineOf(node: JsonObject): FileMachine {
  const driver = driverOf(node) ?? ''
  const prefix = prefixOf(driver)
  const access = Object.entries(ACCESS).map(([key, name]) => [`${prefix}_${name}`, node[key]] as const)
  const own = Object.entries(node).filter(([key]) => key.startsWith(`${prefix}_`))
  const images = [
    ['deploy_kernel', node.kernel_id],
    ['deploy_ramdisk', node.ramdisk_id],
  ] as const
  const numbers = Object.entries(NUMBERS).map(([key, name]) => [name, wholeNumber(node[key])] as const)
  return {
    name: asText(node.name) || undefined,
    driver,
    driverInfo: given([...access, ...own, ...images]),
    properties: given([
      ...numbers,
      ['cpu_arch', node.arch],
      ['capabilities', capabilitiesIn(node.capabilities)],
      ['root_device', node.root_device],
    ]),
    macs: macsOf(node).map((mac) => mac.toLowerCase().replaceAll('-', ':')),
    resourceClass: asText(node.resource_class),
  }
}

const given = (entries: readonly (readonly [string, Json | undefined])[]): JsonObject =>
  Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== null && value !== ''))

const wholeNumber = (value: Json | undefined): Json | undefined => (value === undefined ? undefined : Number(value))

const capabilitiesIn = (value: Json | undefined): string | undefined =>
  isObject(value)
    ? Object.entries(value)
        .map(([name, one]) => `${name}:${one}`)
        .join(',')
    : asText(value)
