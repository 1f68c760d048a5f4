import {asObject, asText, type JsonObject} from '@osc-cli/core'
import type {ServiceType} from '#sandbox/engine/services'
import {factsOf} from '#sandbox/resources/openstack/facts'
import {idsOf, ignoringMissing} from '#sandbox/resources/openstack/rest-type'
import type {Handle, ResourceType} from '#sandbox/resources/type'

/** The quota of a project at one service; the deletion of the resource restores the defaults. */
function quotaType(name: string, service: ServiceType, path: string, member: string): ResourceType {
  const facts = factsOf(name)
  const set = async (handle: Handle): Promise<void> => {
    const {project, ...limits} = idsOf(handle, facts.properties)
    const given = Object.entries(limits).filter(([, value]) => (value ?? null) !== null)
    await handle.services.send('PUT', service, `${path}/${asText(project)}`, {[member]: Object.fromEntries(given)})
    handle.setPhysicalId(asText(project) ?? '')
  }
  return {
    name,
    description: 'The quota of a project.',
    service,
    ...facts,
    create: set,
    update: set,
    remove: ({services, record}) =>
      ignoringMissing(async () => {
        if (record.physicalId !== null) await services.send('DELETE', service, `${path}/${record.physicalId}`)
      }),
    show: ({services, record}): JsonObject | undefined =>
      record.physicalId === null ? undefined : asObject(services.get(service, `${path}/${record.physicalId}`)[member]),
  }
}

/** The types for quotas. */
export const QUOTA_TYPES: readonly ResourceType[] = [
  quotaType('OS::Nova::Quota', 'compute', '/v2.1/os-quota-sets', 'quota_set'),
  quotaType('OS::Neutron::Quota', 'network', '/v2.0/quotas', 'quota'),
  quotaType('OS::Cinder::Quota', 'block-storage', '/v3/os-quota-sets', 'quota_set'),
]
