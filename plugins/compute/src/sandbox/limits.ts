import type {JsonObject} from '@osc-cli/core'
import {type Call, quotaRoutes, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'
import {changedQuotas, usageOf} from '#sandbox/server-quota'

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
  const zone = (hosts: JsonObject | null) => ({zoneName: 'nova', zoneState: {available: true}, hosts})
  return {
    ...quotaRoutes(cloud, {
      path: '/v2.1/os-quota-sets',
      member: 'quota_set',
      defaults: DEFAULTS,
      used: (project) => usageOf(cloud, project),
    }),
    'GET /v2.1/limits': ({caller}: Call) => {
      const project = caller.projectId ?? ''
      const {instances, cores, ram} = usageOf(cloud, project)
      const limits = {...DEFAULTS, ...changedQuotas(cloud, project)}
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
