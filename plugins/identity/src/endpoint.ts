import {
  AmbiguousError,
  type Api,
  asText,
  type Columns,
  defineResource,
  fields,
  type JsonObject,
  NotFoundError,
  type Row,
} from '@osc-cli/core'
import {pathOf} from '#path'
import {Project} from '#project'
import {findService} from '#service'

// https://docs.openstack.org/api-ref/identity/v3/#service-catalog-and-endpoints
export const Endpoint = defineResource({
  noun: 'endpoint',
  service: 'identity',
  path: '/endpoints',
  member: 'endpoint',
  collection: 'endpoints',
  by: 'id',
})

export const INTERFACES = ['admin', 'public', 'internal']

// https://docs.openstack.org/api-ref/identity/v3-ext/#os-ep-filter-api
export const endpointsOf = (projectId: string) => ({
  ...Endpoint,
  path: pathOf('OS-EP-FILTER', 'projects', projectId, 'endpoints'),
})

/** The projects associated with an endpoint. */
export const projectsWith = (endpointId: string) => ({
  ...Project,
  path: pathOf('OS-EP-FILTER', 'endpoints', endpointId, 'projects'),
})

export const associationPath = (projectId: string, endpointId: string): string =>
  pathOf('OS-EP-FILTER', 'projects', projectId, 'endpoints', endpointId)

/** An endpoint with the name and type of its service. */
export const endpointColumns: Columns = fields({
  ID: 'id',
  Region: 'region_id',
  'Service Name': 'service_name',
  'Service Type': 'service_type',
  Enabled: 'enabled',
  Interface: 'interface',
  URL: 'url',
})

export const endpointFields: Columns = fields({
  enabled: 'enabled',
  id: 'id',
  interface: 'interface',
  region: 'region_id',
  region_id: 'region_id',
  service_id: 'service_id',
  url: 'url',
  service_name: 'service_name',
  service_type: 'service_type',
})

export const withService = (endpoint: Row, service: Row | undefined): Row => ({
  ...endpoint,
  service_name: service?.name,
  service_type: service?.type,
})

/** The endpoint with this ID, or the only endpoint of a service given by ID, name or type. */
export async function findEndpoint(api: Api, idOrService: string): Promise<JsonObject> {
  try {
    return await api(Endpoint).find(idOrService)
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error
    return await onlyEndpoint(api, idOrService, error)
  }
}

async function onlyEndpoint(api: Api, service: string, notFound: NotFoundError): Promise<JsonObject> {
  const {id} = await findService(api, service).catch((error) => {
    throw error instanceof NotFoundError ? notFound : error
  })
  const endpoints = await Array.fromAsync(api(Endpoint).list({service_id: asText(id)}))
  const [first, ...more] = endpoints
  if (!first) throw notFound
  if (more.length === 0) return first
  const lines = endpoints.map(
    (one) => `  ${asText(one.id)}  ${asText(one.interface)} in ${asText(one.region)}, ${asText(one.url)}`,
  )
  throw new AmbiguousError(`Service '${service}' has ${endpoints.length} endpoints:\n${lines.join('\n')}`, {
    hint: 'Use the ID instead.',
  })
}
