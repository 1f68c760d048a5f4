import {asArray, asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call, forbidden, type Routes} from '@osc-cli/core/sandbox'
import {checkMayManageCredentials} from '#sandbox/delegated'
import {missing, one} from '#sandbox/failures'
import {filtered} from '#sandbox/filters'
import {idOf, type Keystone} from '#sandbox/keystone'
import {linked, listed} from '#sandbox/links'
import {enforce} from '#sandbox/policy'
import type {Property} from '#sandbox/schema'

export const ACCESS_RULES: Property = {
  type: 'array',
  items: {
    type: 'object',
    closed: true,
    properties: {
      id: {type: 'string'},
      service: {type: 'string'},
      path: {type: 'string', pattern: /^\/.*/},
      method: {type: 'string', pattern: /^(POST|GET|HEAD|PATCH|PUT|DELETE)$/},
    },
  },
}

/** A user's access rules, without duplicates; credentials can refer to one by ID. */
export function keepAccessRules({records, cloud}: Keystone, user: string, requested: readonly Json[]): JsonObject[] {
  const known = records.access_rules
  return requested.map(asObject).map(({id, service, path, method}) => {
    if (asText(service) === undefined) {
      const rule = known.get(asText(id) ?? '')
      if (rule?.user_id !== user) throw missing('access_rules', asText(id) ?? '')
      return bare(rule)
    }
    if (asText(path) === undefined || asText(method) === undefined)
      throw badRequest("Invalid input for field 'access_rules': a rule has a service, a path and a method")
    const parts = {service: String(service), path: String(path), method: String(method)}
    const rule = known.find({user_id: user, ...parts})[0] ?? {id: asText(id) ?? cloud.newId(), user_id: user, ...parts}
    known.put(idOf(rule), rule)
    return bare(rule)
  })
}

const bare = ({id, service, path, method}: JsonObject): JsonObject => ({id, service, path, method})

export function accessRuleRoutes(keystone: Keystone): Routes {
  const {access_rules: rules, application_credentials: credentials} = keystone.records
  const found = (call: Call, action: string): JsonObject => {
    const {user = '', id = ''} = call.params
    enforce(call, action, {userId: keystone.records.users.get(user) && user})
    checkMayManageCredentials(keystone, call)
    const rule = one(keystone, 'access_rules', id)
    if (rule.user_id !== user) throw missing('access_rules', id)
    return rule
  }
  return {
    'GET /v3/users/:user/access_rules': (call) => {
      const {user = ''} = call.params
      enforce(call, 'list_access_rules', {userId: user})
      checkMayManageCredentials(keystone, call)
      const rows = filtered(call, rules.find({user_id: user}).map(bare), ['service', 'path', 'method'])
      return listed(call, 'access_rules', rows)
    },
    'GET /v3/users/:user/access_rules/:id': (call) => ({
      body: {access_rule: linked(call, '/access_rules', bare(found(call, 'get_access_rule')))},
    }),
    'DELETE /v3/users/:user/access_rules/:id': (call) => {
      const id = idOf(found(call, 'delete_access_rule'))
      const isUsed = credentials
        .find()
        .some((row) => asArray(row.access_rules).some((rule) => asObject(rule).id === id))
      if (isUsed) throw forbidden('May not delete access rule in use')
      rules.delete(id)
      return {status: 204}
    },
  }
}
