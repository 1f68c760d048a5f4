import {asObject, type JsonObject} from '@osc-cli/core'
import {type Call, quotaRoutes, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'

const DEFAULTS = {
  cores: 20,
  fixed_ips: -1,
  floating_ips: -1,
  injected_file_content_bytes: 10_240,
  injected_file_path_bytes: 255,
  injected_files: 5,
  instances: 10,
  key_pairs: 100,
  metadata_items: 128,
  ram: 51_200,
  security_group_rules: -1,
  security_groups: -1,
  server_group_members: 10,
  server_groups: 10,
}

/** Quotas, limits and availability zones. */
export function limitRoutes(cloud: SandboxCloud): Routes {
  const quotas = cloud.store.collection('quotas/v2.1/os-quota-sets')
  const flavors = cloud.store.collection('compute/flavors')
  const used = (project: string) => {
    const all = cloud.store.collection('compute/servers').find({tenant_id: project})
    const servers = all.filter((server) => server['OS-EXT-STS:task_state'] !== 'deleting')
    const sum = (key: string) =>
      servers.reduce((total, {flavorRef}) => total + Number(flavors.get(String(flavorRef))?.[key] ?? 0), 0)
    return {instances: servers.length, cores: sum('vcpus'), ram: sum('ram')}
  }
  const zone = (hosts: JsonObject | null) => ({zoneName: 'nova', zoneState: {available: true}, hosts})
  return {
    ...quotaRoutes(cloud, {
      path: '/v2.1/os-quota-sets',
      member: 'quota_set',
      defaults: DEFAULTS,
      used,
    }),
    'GET /v2.1/limits': ({caller}: Call) => {
      const project = caller.projectId ?? ''
      const {instances, cores, ram} = used(project)
      const limits = {...DEFAULTS, ...asObject(quotas.get(project)?.limits)}
      const absolute = {
        maxTotalCores: limits.cores,
        maxTotalInstances: limits.instances,
        maxTotalKeypairs: limits.key_pairs,
        maxTotalRAMSize: limits.ram,
        totalCoresUsed: cores,
        totalInstancesUsed: instances,
        totalRAMUsed: ram,
      }
      return {body: {limits: {rate: [], absolute}}}
    },
    'GET /v2.1/os-availability-zone': () => ({body: {availabilityZoneInfo: [zone(null)]}}),
    'GET /v2.1/os-availability-zone/detail': () => ({body: {availabilityZoneInfo: [zone({})]}}),
  }
}
