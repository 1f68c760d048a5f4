import {
  AmbiguousNameError,
  type Api,
  asText,
  type Columns,
  defineResource,
  fields,
  type JsonObject,
  NotFoundError,
} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/identity/v3/#service-catalog-and-endpoints
export const Service = defineResource({
  noun: 'service',
  service: 'identity',
  path: '/services',
  member: 'service',
  collection: 'services',
})

export const serviceColumns: Columns = fields({ID: 'id', Name: 'name', Type: 'type'})

export const longServiceColumns: Columns = {
  ...serviceColumns,
  ...fields({Description: 'description', Enabled: 'enabled'}),
}

export const serviceFields: Columns = fields({
  id: 'id',
  name: 'name',
  type: 'type',
  enabled: 'enabled',
  description: 'description',
})

/** All services: they are few, so one request finds any of them. */
export const allServices = (api: Api): Promise<JsonObject[]> => Array.fromAsync(api(Service).list())

export async function findService(api: Api, nameTypeOrId: string): Promise<JsonObject> {
  return serviceIn(await allServices(api), nameTypeOrId)
}

/** The one of `services` with this ID, else name, else type. */
export function serviceIn(services: readonly JsonObject[], nameTypeOrId: string): JsonObject {
  for (const key of ['id', 'name', 'type']) {
    const matches = services.filter((service) => service[key] === nameTypeOrId)
    if (matches.length > 1) throw new AmbiguousNameError('service', nameTypeOrId, matches)
    if (matches[0]) return matches[0]
  }
  throw new NotFoundError(`No service with a type, name or ID of '${nameTypeOrId}' exists.`, {
    hint: 'List them with: osc service list',
  })
}

/** The ID of the service; undefined if none is given. */
export async function serviceId(api: Api, nameTypeOrId: string): Promise<string>
export async function serviceId(api: Api, nameTypeOrId: string | undefined): Promise<string | undefined>
export async function serviceId(api: Api, nameTypeOrId: string | undefined): Promise<string | undefined> {
  if (nameTypeOrId === undefined) return undefined
  return asText((await findService(api, nameTypeOrId)).id) ?? nameTypeOrId
}
