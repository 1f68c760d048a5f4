import {asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import {badRequest} from '@osc-cli/core/sandbox'
import {effectiveRoles} from '#sandbox/effective-roles'
import {expecting, unauthorized} from '#sandbox/failures'
import {idOf, type Keystone} from '#sandbox/keystone'
import {isLivePlace, liveTrust} from '#sandbox/token'
import type {Scope} from '#sandbox/token-code'

/** `default`: no scope was requested, so the user's default project applies, if it is usable. */
export type Wanted = {scope: Scope | 'default'; trust?: JsonObject}

/** The requested scope; 401 if it does not exist or is disabled. */
export function wantedScope(keystone: Keystone, scope: Json | undefined): Wanted {
  if (scope === undefined) return {scope: 'default'}
  if (scope === 'unscoped') return {scope: {kind: 'none'}}
  if (!isObject(scope)) throw badRequest("Invalid input for field 'scope': it is not of type 'object', 'string'")
  const kinds = ['system', 'project', 'domain', 'unscoped', 'OS-TRUST:trust'].filter((kind) => kind in scope)
  if (kinds.length !== 1) throw expecting('system, project, domain, OS-TRUST:trust or unscoped', 'scope')
  if ('system' in scope) return {scope: {kind: 'system'}}
  if ('unscoped' in scope) return {scope: {kind: 'none'}}
  const part = Object.values(scope)[0]
  if (!isObject(part)) throw badRequest(`Invalid input for field 'scope/${kinds[0]}': it is not of type 'object'`)
  if ('domain' in scope) return {scope: {kind: 'domain', id: idOf(findDomain(keystone, part))}}
  if ('project' in scope) return {scope: {kind: 'project', id: idOf(findProject(keystone, part))}}
  return trustScope(keystone, part)
}

function trustScope(keystone: Keystone, {id}: JsonObject): Wanted {
  if (asText(id) === undefined) throw expecting('trust_id', 'trust')
  const trust = liveTrust(keystone, String(id))
  if (!trust) throw unauthorized()
  const project = asText(trust.project_id)
  return project === undefined
    ? {scope: {kind: 'none'}, trust}
    : {scope: {kind: 'project', id: idOf(findProject(keystone, {id: project}))}, trust}
}

/** A domain by `{id}` or `{name}`; 401 if it does not exist or is disabled. */
export function findDomain(keystone: Keystone, {id, name}: JsonObject): JsonObject {
  if (id === undefined && name === undefined) throw expecting('id or name', 'domain')
  const {projects} = keystone.records
  const found =
    asText(name) === undefined ? projects.get(String(id)) : projects.find({name: asText(name), is_domain: true})[0]
  if (found?.is_domain !== true || !isLivePlace(keystone, found)) throw unauthorized()
  return found
}

function findProject(keystone: Keystone, {id, name, domain}: JsonObject): JsonObject {
  if (id === undefined && name === undefined)
    throw badRequest('Invalid input for field scope/project: id or name must be present.')
  const {projects} = keystone.records
  const found = asText(name) === undefined ? projects.get(String(id)) : byName(keystone, String(name), domain)
  if (!found || !isLivePlace(keystone, found)) throw unauthorized()
  return found
}

function byName(keystone: Keystone, name: string, domain: Json | undefined): JsonObject | undefined {
  if (!isObject(domain)) throw expecting('domain', 'project')
  const {id} = findDomain(keystone, domain)
  return keystone.records.projects.find({name, domain_id: asText(id)})[0]
}

export function defaultScope(keystone: Keystone, userId: string): Scope {
  const {users, projects} = keystone.records
  const id = asText(users.get(userId)?.default_project_id)
  if (id === undefined || !isLivePlace(keystone, projects.get(id))) return {kind: 'none'}
  const scope: Scope = {kind: 'project', id}
  return effectiveRoles(keystone, userId, scope).length > 0 ? scope : {kind: 'none'}
}
