import {asObject, type JsonObject} from '@osc-cli/core'
import {forbidden, type SandboxCloud} from '@osc-cli/core/sandbox'

const RESOURCES = ['instances', 'cores', 'ram'] as const
type Usage = Readonly<Record<(typeof RESOURCES)[number], number>>

/** The quotas of a project if any of them was changed; otherwise empty. */
export const changedQuotas = ({store}: SandboxCloud, project: string): JsonObject =>
  asObject(store.collection('quotas/v2.1/os-quota-sets').get(project)?.limits)

/** What the servers of a project use, except those that are being deleted. */
export function usageOf({store}: SandboxCloud, project: string): Usage {
  const flavors = store.collection('compute/flavors')
  const sizes = store
    .collection('compute/servers')
    .find({tenant_id: project})
    .filter((server) => server['OS-EXT-STS:task_state'] !== 'deleting')
    .map(({flavorRef}) => sizeOf(asObject(flavors.get(String(flavorRef)))))
  const total = (key: keyof Usage) => sizes.reduce((sum, size) => sum + size[key], 0)
  return {instances: total('instances'), cores: total('cores'), ram: total('ram')}
}

/**
 * How many of `max` servers the quotas of the project allow; 403 when fewer than `min`. The defaults are enforced once a
 * quota of the project was changed.
 */
export function allowedCount(
  cloud: SandboxCloud,
  project: string,
  flavor: JsonObject,
  {min, max}: {min: number; max: number},
): number {
  const limits = changedQuotas(cloud, project)
  const usage = usageOf(cloud, project)
  const size = sizeOf(flavor)
  let count = max
  for (const key of RESOURCES) {
    const limit = Number(limits[key] ?? -1)
    const used = usage[key]
    if (limit >= 0 && size[key] > 0) count = Math.min(count, Math.floor((limit - used) / size[key]))
    if (count >= min) continue
    throw forbidden(
      `Quota exceeded for ${key}: Requested ${min * size[key]}, but already used ${used} of ${limit} ${key}`,
    )
  }
  return count
}

const sizeOf = ({vcpus, ram}: JsonObject): Usage => ({instances: 1, cores: Number(vcpus ?? 0), ram: Number(ram ?? 0)})
