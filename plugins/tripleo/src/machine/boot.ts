import {asArray, asObject, asText, type JsonObject, OscError, type PatchOperation} from '@osc-cli/core'
import {capabilitiesOf, capabilitiesText} from '#machine/capabilities'

/** How machines boot. */
export interface BootOptions {
  'deploy-kernel': string
  'deploy-ramdisk': string
  'instance-boot-option'?: string | undefined
}

/** How the disk for the operating system is chosen. */
export interface RootOptions {
  /** `smallest`, `largest`, or names of disks in the order of preference. */
  'root-device'?: string | undefined
  /** GiB. */
  'root-device-minimum-size': number
  'overwrite-root-device-hints': boolean
}

/** Where TripleO puts the kernel and ramdisk for deployments on Ironic's host. */
export const BOOT_FOLDER = '/var/lib/ironic/httpboot'

/** URLs of the kernel and ramdisk for deployments in a folder on Ironic's host. */
export const deployImages = (folder = BOOT_FOLDER) => ({
  kernel: `file://${folder}/agent.kernel`,
  ramdisk: `file://${folder}/agent.ramdisk`,
})

/** Changes of a machine for its boot. */
export function bootChanges(machine: JsonObject, options: BootOptions): PatchOperation[] {
  const boot = options['instance-boot-option']
  const capabilities = capabilitiesOf(machine)
  if (boot !== undefined) capabilities.set('boot_option', boot)
  return [
    {op: 'add', path: '/driver_info/deploy_kernel', value: options['deploy-kernel']},
    {op: 'add', path: '/driver_info/deploy_ramdisk', value: options['deploy-ramdisk']},
    ...(boot === undefined
      ? []
      : [{op: 'add', path: '/properties/capabilities', value: capabilitiesText(capabilities)} as const]),
  ]
}

/** Changes of a machine whose inspected disks are known. OscError when none of them fits. */
export function rootChanges(machine: JsonObject, inventory: JsonObject, options: RootOptions): PatchOperation[] {
  const device = options['root-device']
  if (device === undefined) return []
  const properties = asObject(machine.properties)
  if (properties.root_device && !options['overwrite-root-device-hints']) return []
  const disk = chooseDisk(inventory, device, options['root-device-minimum-size'])
  const hint = ['wwn_with_extension', 'wwn', 'serial'].find((key) => asText(disk[key]))
  if (hint === undefined) throw new OscError(`The disk ${asText(disk.name)} has neither a serial number nor a WWN.`)
  const gib = Math.floor(Number(disk.size) / GIB) - 1
  const name = hint.startsWith('wwn') ? hint : 'serial'
  return [
    {op: 'add', path: '/properties/root_device', value: {[name]: disk[hint] ?? null}},
    {op: 'add', path: '/properties/local_gb', value: gib},
  ]
}

const GIB = 2 ** 30

function chooseDisk(inventory: JsonObject, device: string, minimum: number): JsonObject {
  const disks = asArray(asObject(inventory.inventory ?? inventory).disks)
    .map(asObject)
    .filter(({size}) => Number(size) >= minimum * GIB)
    .sort((a, b) => Number(a.size) - Number(b.size))
  const named = () =>
    device
      .split(',')
      .map((name) => disks.find((disk) => disk.name === `/dev/${name.trim()}`))
      .find(Boolean)
  const found = device === 'smallest' ? disks[0] : device === 'largest' ? disks.at(-1) : named()
  if (found) return found
  throw new OscError(`No inspected disk of at least ${minimum} GiB matches '${device}'.`, {
    hint: 'Inspect the machine first: osc overcloud node introspect MACHINE',
  })
}
