import {type Call, quotaRoutes, type Routes} from '@osc-cli/core/sandbox'
import type {Cinder} from '#sandbox/cinder'

const DEFAULTS = {
  backup_gigabytes: 1000,
  backups: 10,
  gigabytes: 1000,
  groups: 10,
  per_volume_gigabytes: -1,
  snapshots: 10,
  volumes: 10,
}

/** Quotas, limits and availability zones. */
export function limitRoutes({cloud, volumes, snapshots}: Cinder): Routes {
  const countOf = (records: Cinder['volumes'], key: string, project: string | undefined) =>
    records.find({[key]: project ?? ''}).length
  const volumesOf = (project: string | undefined) => countOf(volumes, 'os-vol-tenant-attr:tenant_id', project)
  return {
    ...quotaRoutes(cloud, {
      path: '/v3/os-quota-sets',
      member: 'quota_set',
      defaults: DEFAULTS,
      // Clients repeat the project in the body.
      ignored: ['tenant_id'],
      used: (project) => ({volumes: volumesOf(project), snapshots: countOf(snapshots, 'project_id', project)}),
    }),
    'GET /v3/limits': ({caller}: Call) => ({
      body: {
        limits: {
          rate: [],
          absolute: {
            maxTotalVolumes: DEFAULTS.volumes,
            maxTotalSnapshots: DEFAULTS.snapshots,
            maxTotalVolumeGigabytes: DEFAULTS.gigabytes,
            totalVolumesUsed: volumesOf(caller.projectId),
          },
        },
      },
    }),
    'GET /v3/os-availability-zone': () => ({
      body: {availabilityZoneInfo: [{zoneName: 'nova', zoneState: {available: true}}]},
    }),
  }
}
