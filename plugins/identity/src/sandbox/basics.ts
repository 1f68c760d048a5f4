import type {Call, Routes} from '@osc-cli/core/sandbox'
import {one} from '#sandbox/failures'
import {filtered} from '#sandbox/filters'
import type {Keystone} from '#sandbox/keystone'
import {linked, listed} from '#sandbox/links'
import {enforce} from '#sandbox/policy'

/** What can be listed and shown without more ado. */
export const basicRoutes = (keystone: Keystone): Routes =>
  Object.assign({}, ...NAMES.map((name) => both(keystone, name)))

const NAMES = ['projects', 'users', 'roles', 'services', 'endpoints', 'regions'] as const

function both(keystone: Keystone, plural: (typeof NAMES)[number]): Routes {
  const member = plural.replace(/s$/, '')
  return {
    [`GET /v3/${plural}`]: (call: Call) => {
      enforce(call, `list_${plural}`)
      const rows = keystone.records[plural].find().filter((row) => plural !== 'projects' || row.is_domain === false)
      return listed(call, plural, filtered(call, rows, ['name', 'domain_id', 'enabled', 'type']))
    },
    [`GET /v3/${plural}/:id`]: (call: Call) => {
      const record = one(keystone, plural, call.params.id ?? '')
      enforce(call, `get_${member}`, {userId: call.params.id, projectId: call.params.id})
      return {body: {[member]: linked(call, `/${plural}`, record)}}
    },
  }
}
