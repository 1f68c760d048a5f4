import type {JsonObject} from '@osc-cli/core'
import type {Handler, Routes} from '@osc-cli/core/sandbox'
import {domainView} from '#sandbox/domains'
import {effectiveRoles} from '#sandbox/effective-roles'
import {filtered} from '#sandbox/filters'
import {baseUrl, idOf, type Keystone} from '#sandbox/keystone'
import {listed} from '#sandbox/links'
import {enforce} from '#sandbox/policy'

/** The enabled projects in which a user has a role, direct or not. */
export const projectsOfUser = (keystone: Keystone, userId: string): JsonObject[] =>
  keystone.records.projects
    .find({is_domain: false, enabled: true})
    .filter((project) => effectiveRoles(keystone, userId, {kind: 'project', id: idOf(project)}).length > 0)

const domainsOfUser = (keystone: Keystone, userId: string): JsonObject[] =>
  keystone.records.projects
    .find({is_domain: true, enabled: true})
    .filter((domain) => effectiveRoles(keystone, userId, {kind: 'domain', id: idOf(domain)}).length > 0)

/** The scopes available to a caller. */
export function ownScopeRoutes(keystone: Keystone): Routes {
  const projects: Handler = (call) => {
    enforce(call, 'get_auth_projects')
    return listed(call, 'projects', projectsOfUser(keystone, call.caller.userId))
  }
  const domains: Handler = (call) => {
    enforce(call, 'get_auth_domains')
    return listed(call, 'domains', domainsOfUser(keystone, call.caller.userId).map(domainView))
  }
  return {
    'GET /v3/auth/projects': projects,
    'GET /v3/OS-FEDERATION/projects': projects,
    'GET /v3/auth/domains': domains,
    'GET /v3/OS-FEDERATION/domains': domains,
    'GET /v3/auth/system': (call) => {
      enforce(call, 'get_auth_system')
      const has = effectiveRoles(keystone, call.caller.userId, {kind: 'system'}).length > 0
      return {body: {system: has ? [{all: true}] : [], links: {self: `${baseUrl(call)}/auth/system`}}}
    },
    'GET /v3/users/:id/projects': (call) => {
      const {id = ''} = call.params
      enforce(call, 'list_user_projects', {userId: id, domainId: domainOfUser(keystone, id)})
      return listed(call, 'projects', filtered(call, projectsOfUser(keystone, id), ['domain_id', 'enabled', 'name']))
    },
  }
}

const domainOfUser = ({records}: Keystone, id: string): string | undefined => {
  const user = records.users.get(id)
  return user && String(user.domain_id)
}
