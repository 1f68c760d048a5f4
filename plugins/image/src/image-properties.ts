import type {Json, JsonObject} from '@osc-cli/core'

/**
 * Properties that openstacksdk knows, in its order: after the custom ones, except for the first three. Those with a type
 * are converted to it.
 */
const FIRST = ['os_hidden', 'os_hash_algo', 'os_hash_value']
const KNOWN: Readonly<Record<string, 'text' | 'integer' | 'boolean'>> = {
  store: 'text',
  locations: 'text',
  direct_url: 'text',
  url: 'text',
  metadata: 'text',
  architecture: 'text',
  hypervisor_type: 'text',
  instance_type_rxtx_factor: 'text',
  instance_uuid: 'text',
  img_config_drive: 'text',
  kernel_id: 'text',
  os_distro: 'text',
  os_version: 'text',
  os_secure_boot: 'text',
  os_shutdown_timeout: 'integer',
  ramdisk_id: 'text',
  vm_mode: 'text',
  hw_cpu_sockets: 'integer',
  hw_cpu_cores: 'integer',
  hw_cpu_threads: 'integer',
  hw_disk_bus: 'text',
  hw_cpu_policy: 'text',
  hw_cpu_thread_policy: 'text',
  hw_rng_model: 'text',
  hw_machine_type: 'text',
  hw_scsi_model: 'text',
  hw_serial_port_count: 'integer',
  hw_video_model: 'text',
  hw_video_ram: 'integer',
  hw_watchdog_action: 'text',
  os_command_line: 'text',
  hw_vif_model: 'text',
  hw_vif_multiqueue_enabled: 'boolean',
  hw_boot_menu: 'boolean',
  vmware_adaptertype: 'text',
  vmware_ostype: 'text',
  auto_disk_config: 'text',
  os_type: 'text',
  os_admin_user: 'text',
  hw_qemu_guest_agent: 'text',
  os_require_quiesce: 'boolean',
}

/** Everything that an image has beside its attributes, in the order in which `openstack` prints it. */
export function propertiesOf(image: JsonObject, attributes: readonly string[]): JsonObject {
  const isKnown = (key: string) => FIRST.includes(key) || Object.hasOwn(KNOWN, key)
  const custom = Object.keys(image).filter((key) => !attributes.includes(key) && !isKnown(key) && !NEVER.includes(key))
  const names = [...FIRST, ...custom, ...Object.keys(KNOWN)]
  const pairs = names.map((name): [string, Json | undefined] => [name, typed(name, image[name])])
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined && value !== null))
}

/** Printed by themselves or not at all. */
const NEVER = ['tags', 'self']

function typed(name: string, value: Json | undefined): Json | undefined {
  if (typeof value !== 'string') return value
  if (KNOWN[name] === 'integer' && /^\d+$/.test(value)) return Number(value)
  if (KNOWN[name] === 'boolean' && /^(?:true|false)$/i.test(value)) return value.toLowerCase() === 'true'
  return value
}
