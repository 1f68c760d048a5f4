import {pathSegment} from '#cloud/path'
import type {Session} from '#cloud/types'
import {asObject, type JsonObject} from '#json'

/** A service that has quotas; `path` is that of one project's. */
export interface QuotaService {
  /** The option that selects it. */
  option: 'compute' | 'volume' | 'network'
  service: string
  /** The key in a body. */
  member: 'quota_set' | 'quota'
  path(project: string): string
  /** Below `path`, or query with it. */
  defaults: string
  usage: string
  /** The API's keys to the names that people see and options have. */
  names: Readonly<Record<string, string>>
  /** Keys that are shown under these names and cannot be set here: Nova's from when it had networks. */
  shown?: Readonly<Record<string, string>>
}

// https://docs.openstack.org/api-ref/compute/#quota-sets-os-quota-sets
const compute: QuotaService = {
  option: 'compute',
  service: 'compute',
  member: 'quota_set',
  path: (project) => `/os-quota-sets/${pathSegment(project, 'project')}`,
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
}

// https://docs.openstack.org/api-ref/block-storage/v3/#quota-sets-extension-os-quota-sets
const volume: QuotaService = {
  option: 'volume',
  service: 'block-storage',
  member: 'quota_set',
  path: (project) => `/os-quota-sets/${pathSegment(project, 'project')}`,
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
}

// https://docs.openstack.org/api-ref/network/v2/#quotas-extension-quotas
const network: QuotaService = {
  option: 'network',
  service: 'network',
  member: 'quota',
  path: (project) => `/quotas/${pathSegment(project, 'project')}`,
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
}

export const QUOTA_SERVICES: readonly QuotaService[] = [compute, volume, network]

export const quotaService = (option: QuotaService['option']): QuotaService => ({compute, volume, network})[option]

/** The quotas that an option selects; all without one. */
export const selectedQuotas = (flags: {
  compute: boolean
  volume: boolean
  network: boolean
}): readonly QuotaService[] => {
  const selected = QUOTA_SERVICES.filter(({option}) => flags[option])
  return selected.length > 0 ? selected : QUOTA_SERVICES
}

/** A project's quotas in one service, by the API's keys; without the project itself. */
export async function getQuotas(
  session: Session,
  {service, member, path}: QuotaService,
  project: string,
  what = '',
): Promise<JsonObject> {
  const answer = await session.get(service, `${path(project)}${what}`)
  const {id: _, ...quotas} = asObject(answer[member])
  return quotas
}
