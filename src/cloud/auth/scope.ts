import {origin, param, rank, strongest} from '#cloud/auth/params'
import type {CloudConfig} from '#cloud/config/types'
import {ConfigError} from '#errors'
import {asText, type JsonObject} from '#json'

/** What a token is asked for: the `scope` of POST /v3/auth/tokens; undefined leaves it to Keystone. */
export type Scope = JsonObject | 'unscoped' | undefined

/**
 * The scope that the configuration asks for. Of two, the one from the stronger source counts: `--os-system-scope all`
 * beats the project in clouds.yaml. Two from equal sources are a ConfigError, except that anything goes before the system.
 */
export function scopeOf(config: CloudConfig): Scope {
  const names = [
    strongest(config, ['project_id', 'project_name']),
    strongest(config, ['domain_id', 'domain_name']),
    strongest(config, ['trust_id']),
    config.auth.unscoped === true ? 'unscoped' : undefined,
    param(config, 'system_scope') === 'all' ? 'system_scope' : undefined,
  ].filter((name) => name !== undefined)
  const best = Math.min(...names.map((name) => rank(config, name)))
  const [first, rival] = names.filter((name) => rank(config, name) === best)
  if (first !== undefined && rival !== undefined && rival !== 'system_scope') {
    const both = [first, rival].map(
      (name) => `${name} ${asText(config.auth[name]) ?? ''}`.trim() + origin(config, name),
    )
    throw new ConfigError(`Two scopes are configured: ${both.join(' and ')}.`, {hint: 'Remove one of them.'})
  }
  return first === undefined ? undefined : bodyOf(config, first)
}

function bodyOf(config: CloudConfig, name: string): Scope {
  const value = param(config, name) ?? ''
  switch (name) {
    case 'project_id':
      return {project: {id: value}}
    case 'project_name':
      return {project: {name: value, domain: domainOf(config, 'project')}}
    case 'domain_id':
      return {domain: {id: value}}
    case 'domain_name':
      return {domain: {name: value}}
    case 'trust_id':
      return {'OS-TRUST:trust': {id: value}}
    case 'system_scope':
      return {system: {all: true}}
    default:
      return 'unscoped'
  }
}

/** The domain that a user's or project's name is looked up in; without any, Keystone's first one. */
export function domainOf(config: CloudConfig, whose: 'user' | 'project'): JsonObject {
  const own = strongest(config, [`${whose}_domain_id`, `${whose}_domain_name`])
  if (own !== undefined) return {[own.endsWith('id') ? 'id' : 'name']: param(config, own)}
  const id = common(config, 'default_domain_id') ?? common(config, 'default_domain')
  if (id !== undefined) return {id}
  const name = common(config, 'default_domain_name')
  return name === undefined ? {id: 'default'} : {name}
}

const common = (config: CloudConfig, name: string): string | undefined =>
  param(config, name) ?? (asText(config.settings[name]) || undefined)
