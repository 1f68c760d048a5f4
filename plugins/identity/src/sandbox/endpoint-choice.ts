import {isObject, type JsonObject} from '@osc-cli/core'
import {idOf, type Keystone, present} from '#sandbox/keystone'

/** The endpoints of a project: all, unless endpoints or endpoint groups are associated with it. */
export function endpointsOfProject(keystone: Keystone, projectId: string | undefined): JsonObject[] {
  const {endpoints} = keystone.records
  if (projectId === undefined) return endpoints.find()
  const own = chosenEndpoints(keystone, projectId)
  return own.length > 0 ? own : endpoints.find()
}

export function chosenEndpoints(keystone: Keystone, projectId: string): JsonObject[] {
  const {endpoints, endpoint_filters, endpoint_groups, group_filters} = keystone.records
  const chosen = endpoint_filters.find({project_id: projectId}).map((row) => row.endpoint_id)
  const direct = present(endpoints, chosen)
  const groups = group_filters.find({project_id: projectId}).map((row) => row.endpoint_group_id)
  const grouped = present(endpoint_groups, groups).flatMap((group) => endpointsOfGroup(keystone, group))
  const known = new Set([...direct, ...grouped].map(idOf))
  return present(endpoints, known)
}

/** The endpoints that match all filters of a group: `{interface: 'public', service_id: ...}`. */
export function endpointsOfGroup({records}: Keystone, group: JsonObject): JsonObject[] {
  const filters = Object.entries(isObject(group.filters) ? group.filters : {})
  return records.endpoints.find().filter((endpoint) => filters.every(([key, value]) => endpoint[key] === value))
}
