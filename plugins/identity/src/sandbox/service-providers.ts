import type {Routes} from '@osc-cli/core/sandbox'
import {collection} from '#sandbox/collection'
import {duplicate} from '#sandbox/failures'
import type {Keystone} from '#sandbox/keystone'
import {DESCRIPTION, FLAG, nullable, required, URL_TEXT} from '#sandbox/schema'

/** Clouds that accept assertions from this one. */
export function serviceProviderRoutes(keystone: Keystone): Routes {
  const {service_providers: providers} = keystone.records
  return collection(keystone, {
    name: 'service_providers',
    member: 'service_provider',
    path: '/OS-FEDERATION/service_providers',
    byPut: true,
    closed: true,
    schema: {
      auth_url: required(URL_TEXT),
      sp_url: required(URL_TEXT),
      description: DESCRIPTION,
      enabled: FLAG,
      relay_state_prefix: nullable({type: 'string'}),
    },
    filters: ['id', 'enabled'],
    create(body, call) {
      const {id = ''} = call.params
      if (providers.get(id)) throw duplicate('service_provider', `Duplicate entry found with ID ${id}`)
      return {description: null, enabled: false, relay_state_prefix: 'ss:mem:', ...body}
    },
  })
}
