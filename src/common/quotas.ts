import {pathSegment} from '#cloud/path'
import type {Session} from '#cloud/types'
import {UsageError} from '#errors'
import {asObject, type JsonObject} from '#json'
import {pluginData} from '#plugins/data'

/** A service that has quotas. */
export interface QuotaService {
  /** The service type. */
  service: string
  /** The key in a body. */
  member: string
  /** Those of one project: `/quotas/{project}`. */
  path: string
  /** Below `path`, or query with it. */
  defaults: string
  usage: string
  /** The API's keys to the names that people see and options have. */
  names: Readonly<Record<string, string>>
  /** Keys that are shown under these names and cannot be set here: Nova's from when it had networks. */
  shown?: Readonly<Record<string, string>>
  /** Columns of `quota list`, by header: the API's keys. Default: `names`. */
  columns?: Readonly<Record<string, string>>
}

/** Services of the core that have an option of their own. */
export type QuotaOption = 'compute' | 'volume' | 'network'

// https://docs.openstack.org/api-ref/compute/#quota-sets-os-quota-sets
const compute: QuotaService = {
  service: 'compute',
  member: 'quota_set',
  path: '/os-quota-sets/{project}',
  defaults: '/defaults',
  usage: '/detail',
  names: {
    cores: 'cores',
    injected_file_content_bytes: 'injected-file-size',
    injected_file_path_bytes: 'injected-path-size',
    injected_files: 'injected-files',
    instances: 'instances',
    key_pairs: 'key-pairs',
    metadata_items: 'properties',
    ram: 'ram',
    server_groups: 'server-groups',
    server_group_members: 'server-group-members',
  },
  shown: {
    fixed_ips: 'fixed-ips',
    floating_ips: 'floating-ips',
    security_group_rules: 'secgroup-rules',
    security_groups: 'secgroups',
  },
  columns: {
    Cores: 'cores',
    'Fixed IPs': 'fixed_ips',
    'Injected Files': 'injected_files',
    'Injected File Content Bytes': 'injected_file_content_bytes',
    'Injected File Path Bytes': 'injected_file_path_bytes',
    Instances: 'instances',
    'Key Pairs': 'key_pairs',
    'Metadata Items': 'metadata_items',
    Ram: 'ram',
    'Server Groups': 'server_groups',
    'Server Group Members': 'server_group_members',
  },
}

// https://docs.openstack.org/api-ref/block-storage/v3/#quota-sets-extension-os-quota-sets
const volume: QuotaService = {
  service: 'block-storage',
  member: 'quota_set',
  path: '/os-quota-sets/{project}',
  defaults: '/defaults',
  usage: '?usage=True',
  names: {
    backups: 'backups',
    backup_gigabytes: 'backup-gigabytes',
    gigabytes: 'gigabytes',
    groups: 'groups',
    per_volume_gigabytes: 'per-volume-gigabytes',
    snapshots: 'snapshots',
    volumes: 'volumes',
  },
  columns: {
    Backups: 'backups',
    'Backup Gigabytes': 'backup_gigabytes',
    Gigabytes: 'gigabytes',
    'Per Volume Gigabytes': 'per_volume_gigabytes',
    Snapshots: 'snapshots',
    Volumes: 'volumes',
  },
}

// https://docs.openstack.org/api-ref/network/v2/#quotas-extension-quotas
const network: QuotaService = {
  service: 'network',
  member: 'quota',
  path: '/quotas/{project}',
  defaults: '/default',
  usage: '/details.json',
  names: {
    floatingip: 'floating-ips',
    security_group_rule: 'secgroup-rules',
    security_group: 'secgroups',
    network: 'networks',
    subnet: 'subnets',
    port: 'ports',
    router: 'routers',
    rbac_policy: 'rbac-policies',
    subnetpool: 'subnetpools',
  },
  columns: {
    'Floating IPs': 'floatingip',
    Networks: 'network',
    Ports: 'port',
    'RBAC Policies': 'rbac_policy',
    Routers: 'router',
    'Security Groups': 'security_group',
    'Security Group Rules': 'security_group_rule',
    Subnets: 'subnet',
    'Subnet Pools': 'subnetpool',
  },
}

export const CORE_QUOTAS: Readonly<Record<QuotaOption, QuotaService>> = {compute, volume, network}

/** Every service with quotas: those of the core, then those of plugins. */
const quotaServices = (): readonly QuotaService[] => [...Object.values(CORE_QUOTAS), ...pluginData().quotas]

/** The quotas of a service type; UsageError when it has none. */
export function quotasOf(type: string): QuotaService {
  const all = quotaServices()
  const found = all.find(({service}) => service === type)
  if (found) return found
  throw new UsageError(`Service '${type}' is not a service with quotas.`, {
    hint: `Choose one of: ${all.map(({service}) => service).join(', ')}.`,
  })
}

/** Whether the catalog of a cloud usually has it: a plugin's service that is missing there is not worth a note. */
export const isCoreQuota = (quotas: QuotaService): boolean => Object.values(CORE_QUOTAS).includes(quotas)

/** The quotas that options select; all without one. */
export function selectedQuotas(
  flags: Readonly<Record<QuotaOption, boolean>> & {service: string | undefined},
): readonly QuotaService[] {
  if (flags.service !== undefined) return [quotasOf(flags.service)]
  const selected = Object.entries(CORE_QUOTAS).flatMap(([option, quotas]) =>
    flags[option as QuotaOption] ? [quotas] : [],
  )
  return selected.length > 0 ? selected : quotaServices()
}

/** The path of a project's quotas. */
export const quotaPath = ({path}: QuotaService, project: string): string =>
  path.replaceAll('{project}', pathSegment(project, 'project'))

/** A project's quotas in one service, by the API's keys; without the project itself. */
export async function getQuotas(
  session: Session,
  quotas: QuotaService,
  project: string,
  what = '',
): Promise<JsonObject> {
  const answer = await session.get(quotas.service, `${quotaPath(quotas, project)}${what}`)
  const {id: _, ...limits} = asObject(answer[quotas.member])
  return limits
}
