import {isObject, type Json, type JsonObject} from '@osc-cli/core'
import {type Call, forbidden, notFound, type Routes} from '@osc-cli/core/sandbox'
import {one} from '#sandbox/failures'
import type {Keystone} from '#sandbox/keystone'
import {enforce} from '#sandbox/policy'
import {checkBody} from '#sandbox/schema'

/** Settings of domains: stored but not applied. */
export function domainConfigRoutes(keystone: Keystone): Routes {
  const {domain_configs: configs} = keystone.records
  const found = (call: Call, action: string): {id: string; config: JsonObject} => {
    enforce(call, action)
    const {id = ''} = call.params
    one(keystone, 'projects', id)
    const kept = configs.get(id)?.config
    return {id, config: isObject(kept) ? kept : {}}
  }
  const put = (id: string, config: JsonObject) => configs.put(id, {id, domain_id: id, config})
  const absent = (what: string, id: string) =>
    notFound(`Could not find ${what} in domain configuration for domain ${id}.`)
  return {
    'GET /v3/domains/:id/config/security_compliance': (call) => {
      enforce(call, 'get_security_compliance_domain_config')
      if (call.params.id !== 'default')
        throw forbidden(
          'Invalid domain specific configuration: Reading security compliance information for any domain other than the default domain is not allowed or supported..',
        )
      return {body: {config: {security_compliance: {password_regex: null, password_regex_description: null}}}}
    },
    'GET /v3/domains/:id/config': (call) => {
      const {id, config} = found(call, 'get_domain_config')
      if (Object.keys(config).length === 0) throw absent('any options', id)
      return {body: {config}}
    },
    'PUT /v3/domains/:id/config': (call) => {
      const {id} = found(call, 'create_domain_config')
      const config = checkBody(call.body.config, {})
      put(id, config)
      return {status: 201, body: {config}}
    },
    'PATCH /v3/domains/:id/config': (call) => {
      const {id, config} = found(call, 'update_domain_config')
      const changes = checkBody(call.body.config, {})
      const merged = Object.entries(changes).map(([group, options]) => [group, merge(config[group], options)] as const)
      const changed = {...config, ...Object.fromEntries(merged)}
      put(id, changed)
      return {body: {config: changed}}
    },
    'DELETE /v3/domains/:id/config': (call) => {
      configs.delete(found(call, 'delete_domain_config').id)
      return {status: 204}
    },
    'GET /v3/domains/:id/config/:group': (call) => {
      const {id, config} = found(call, 'get_domain_config')
      const {group = ''} = call.params
      if (config[group] === undefined) throw absent(`group ${group}`, id)
      return {body: {config: {[group]: config[group]}}}
    },
    'GET /v3/domains/:id/config/:group/:option': (call) => {
      const {id, config} = found(call, 'get_domain_config')
      const {group = '', option = ''} = call.params
      const options = config[group]
      const value = isObject(options) ? options[option] : undefined
      if (value === undefined) throw absent(`option ${option} in group ${group}`, id)
      return {body: {config: {[option]: value}}}
    },
  }
}

const merge = (old: Json | undefined, changes: Json | undefined): Json =>
  isObject(old) && isObject(changes) ? {...old, ...changes} : (changes ?? null)
