import {asObject, asText, type JsonObject} from '@osc-cli/core'
import {forbidden, type SandboxCloud} from '@osc-cli/core/sandbox'

/** 403 when a new server exceeds a quota that was set for its project. The defaults are not enforced. */
export function checkQuota({store}: SandboxCloud, project: string, flavor: JsonObject): void {
  const limits = asObject(store.collection('quotas/v2.1/os-quota-sets').get(project)?.limits ?? {})
  const flavors = store.collection('compute/flavors')
  const used = store
    .collection('compute/servers')
    .find({tenant_id: project})
    .map(({flavorRef}) => sizeOf(asObject(flavors.get(asText(flavorRef) ?? '') ?? {})))
  const wanted = sizeOf(flavor)
  for (const key of ['instances', 'cores', 'ram'] as const) {
    const limit = Number(limits[key] ?? -1)
    const now = used.reduce((sum, size) => sum + size[key], 0)
    if (limit < 0 || now + wanted[key] <= limit) continue
    throw forbidden(`Quota exceeded for ${key}: Requested ${wanted[key]}, but already used ${now} of ${limit} ${key}`)
  }
}

const sizeOf = ({vcpus, ram}: JsonObject) => ({instances: 1, cores: Number(vcpus ?? 0), ram: Number(ram ?? 0)})
