import type {Routes} from '@osc-cli/core/sandbox'
import {collection} from '#sandbox/collection'
import {idOf, type Keystone} from '#sandbox/keystone'
import {deleteAll} from '#sandbox/removal'
import {DESCRIPTION, FLAG, NAME, required} from '#sandbox/schema'

export const serviceRoutes = (keystone: Keystone): Routes =>
  collection(keystone, {
    name: 'services',
    member: 'service',
    schema: {
      type: required({type: 'string', least: 1, most: 255}),
      name: {...NAME, least: 0, pattern: /^/},
      description: DESCRIPTION,
      enabled: FLAG,
    },
    filters: ['type', 'name'],
    create: (body) => ({name: '', enabled: true, ...body}),
    beforeDelete(service) {
      deleteAll(keystone, 'endpoints', {service_id: idOf(service)})
      deleteAll(keystone, 'policy_associations', {service_id: idOf(service)})
    },
  })
