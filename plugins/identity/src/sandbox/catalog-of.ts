import {asText, type JsonObject} from '@osc-cli/core'
import {endpointsOfProject} from '#sandbox/endpoint-choice'
import {idOf, type Keystone} from '#sandbox/keystone'

/** The catalog of a token: enabled services with their enabled endpoints, with placeholders filled in. */
export function catalogOf(keystone: Keystone, userId: string, projectId: string | undefined): JsonObject[] {
  const endpoints = endpointsOfProject(keystone, projectId).filter(({enabled}) => enabled !== false)
  return keystone.records.services
    .find()
    .filter(({enabled}) => enabled !== false)
    .map((service) => ({
      endpoints: endpoints
        .filter(({service_id}) => service_id === service.id)
        .flatMap((endpoint) => entryOf(endpoint, {user_id: userId, project_id: projectId, tenant_id: projectId})),
      id: idOf(service),
      type: service.type,
      name: service.name ?? '',
    }))
}

/** Undefined if its URL needs a project and there is none. */
function entryOf(endpoint: JsonObject, values: Readonly<Record<string, string | undefined>>): JsonObject[] {
  let isWhole = true
  const url = String(endpoint.url).replace(/[$%]\((\w+)\)s/g, (_all, name: string) => {
    isWhole &&= values[name] !== undefined
    return values[name] ?? ''
  })
  if (!isWhole) return []
  const region = asText(endpoint.region_id) ?? null
  return [{id: idOf(endpoint), interface: endpoint.interface, region_id: region, url, region}]
}
