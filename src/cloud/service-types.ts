/** A service of OpenStack's service types authority, and what osc knows of its endpoint. */
export interface ServiceType {
  /** The official name, or the name as it was asked for when the authority does not know it. */
  type: string
  /** Under what types catalogs and configurations may name it, the preferred ones first. */
  types: readonly string[]
  /** Path of its API below an endpoint without a version: `v2.0`, `v1/$project`; undefined when it has none. */
  versionPath: string | undefined
}

/** A service type that a plugin declares, as `osc.serviceTypes` of its package.json has it. */
export interface DeclaredServiceType {
  /** Other types under which catalogs and configurations may name it. */
  aliases?: readonly string[]
  /** Path of its API below an endpoint without a version: `v1`, `v1/$project`. */
  path?: string
  /** Present when it has microversions: its name in OpenStack-API-Version, and an older header, where they differ. */
  microversions?: {name?: string; header?: string}
}

let declared: Readonly<Record<string, DeclaredServiceType>> = {}

/** From now on these service types are known beside those of the authority, which win. */
export function declareServiceTypes(types: Readonly<Record<string, DeclaredServiceType>>): void {
  declared = types
}

/** What a plugin declared of a service type; undefined for those of the core. */
export const declaredServiceType = (type: string): DeclaredServiceType | undefined =>
  Object.hasOwn(declared, type) ? declared[type] : undefined

// type: [path of the version, aliases...]. Names: https://service-types.openstack.org/service-types.json, and after
// them those of OSC's --os-<name>-api-version options that are not among the aliases.
const SERVICES: Readonly<Record<string, readonly [versionPath: string, ...aliases: string[]]>> = {
  identity: ['v3'],
  compute: ['v2.1'],
  image: ['v2'],
  network: ['v2.0'],
  'object-store': ['v1/AUTH_$project', 'object'],
  'block-storage': ['v3/$project', 'volumev3', 'volumev2', 'volume', 'block-store'],
  orchestration: ['v1/$project'],
  workflow: ['v2', 'workflowv2'],
  message: ['v2', 'messaging', 'queuing', 'queue', 'queues'],
  alarm: ['v2', 'alarming'],
  baremetal: ['v1', 'bare-metal'],
  'baremetal-introspection': ['v1'],
  'key-manager': ['v1'],
  dns: ['v2'],
  placement: [''],
  'load-balancer': ['v2', 'loadbalancer'],
  'shared-file-system': ['v2', 'sharev2', 'share'],
  'container-infrastructure-management': ['v1', 'container-infrastructure', 'container-infra'],
  database: ['v1.0/$project'],
  'application-container': ['v1', 'container'],
  clustering: ['v1', 'resource-cluster', 'cluster'],
  'data-processing': ['v2', 'data-processingv2'],
  'resource-optimization': ['v1', 'infra-optim'],
  'root-cause-analysis': ['v1', 'rca'],
  'instance-ha': ['v1', 'ha'],
  'nfv-orchestration': ['v1.0'],
  accelerator: ['v2'],
  reservation: ['v1'],
  rating: ['v1'],
  metric: ['v1', 'metrics'],
  event: ['v2', 'events'],
  meter: ['v2', 'metering', 'telemetry'],
  backup: ['v2'],
  'admin-logic': ['v1', 'registration'],
  monitoring: ['v2.0'],
  'application-catalog': ['v1'],
}

/** Looks a service up by its type or an alias; `-` and `_` are the same, as is case. */
export function serviceType(name: string): ServiceType {
  const requested = name.toLowerCase().replaceAll('_', '-')
  const [type, row] =
    Object.entries(SERVICES).find(([official, [, ...aliases]]) => isAmong(requested, official, aliases)) ?? []
  if (type === undefined || row === undefined) return declaredType(requested)
  const [versionPath, ...aliases] = row
  return {type, types: [...new Set([requested, type, ...aliases])], versionPath: versionPath || undefined}
}

function declaredType(requested: string): ServiceType {
  const found = Object.entries(declared).find(([official, {aliases = []}]) => isAmong(requested, official, aliases))
  const [type, {aliases = [], path = ''}] = found ?? [requested, {}]
  return {type, types: [...new Set([requested, type, ...aliases])], versionPath: path || undefined}
}

const isAmong = (name: string, type: string, aliases: readonly string[]): boolean =>
  name === type || aliases.includes(name)
