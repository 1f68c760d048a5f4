import {asText, type JsonObject} from '@osc-cli/core'
import {badRequest, type Routes} from '@osc-cli/core/sandbox'
import {collection} from '#sandbox/collection'
import {expecting} from '#sandbox/failures'
import {idOf, type Keystone} from '#sandbox/keystone'
import {deleteAll} from '#sandbox/removal'
import {DESCRIPTION, FLAG, ID, required, type Schema, URL_TEXT} from '#sandbox/schema'

const SCHEMA: Schema = {
  interface: required({type: 'string', oneOf: ['admin', 'internal', 'public']}),
  service_id: required(ID),
  url: required(URL_TEXT),
  region: {type: 'string'},
  region_id: {type: 'string', nullable: true},
  enabled: FLAG,
  description: DESCRIPTION,
  name: {type: 'string'},
}

export const endpointRoutes = (keystone: Keystone): Routes =>
  collection(keystone, {
    name: 'endpoints',
    member: 'endpoint',
    schema: SCHEMA,
    filters: ['interface', 'service_id', 'region_id'],
    view: endpointView,
    create: (body) => checked(keystone, {enabled: true, region_id: null, ...body}),
    update: (endpoint, changes) => {
      // The legacy key `region` is also a change.
      const {region_id: _old, ...rest} = endpoint
      const kept = changes.region === undefined ? endpoint : rest
      return checked(keystone, {region_id: null, ...kept, ...changes})
    },
    beforeDelete(endpoint) {
      deleteAll(keystone, 'endpoint_filters', {endpoint_id: idOf(endpoint)})
      deleteAll(keystone, 'policy_associations', {endpoint_id: idOf(endpoint)})
    },
  })

/** Adds the legacy name of `region_id`. */
export const endpointView = (endpoint: JsonObject): JsonObject => ({
  ...endpoint,
  region: asText(endpoint.region_id) ?? null,
})

const PLACEHOLDERS = ['user_id', 'project_id', 'tenant_id', 'public_bind_host', 'admin_bind_host', 'public_endpoint']

/** Checks the service and region of an endpoint; creates a region given by the legacy key. */
function checked({records}: Keystone, {region, ...endpoint}: JsonObject): JsonObject {
  const url = String(endpoint.url)
  const names = [...url.matchAll(/[$%]\((\w+)\)s/g)].map(([, name = '']) => name)
  if (names.some((name) => !PLACEHOLDERS.includes(name)))
    throw badRequest(`Cannot create an endpoint with an invalid URL: ${url}.`)
  if (!records.services.get(String(endpoint.service_id))) throw expecting('endpoint service_id', 'service table')
  const old = asText(region)
  if (old !== undefined && asText(endpoint.region_id) === undefined) {
    if (!records.regions.get(old)) records.regions.put(old, {id: old, description: '', parent_region_id: null})
    endpoint.region_id = old
  }
  const id = asText(endpoint.region_id)
  if (id !== undefined && !records.regions.get(id)) throw expecting('endpoint region_id', 'region table')
  return endpoint
}
