import {asText, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call, type Handler, notFound, type Routes} from '@osc-cli/core/sandbox'
import {collection} from '#sandbox/collection'
import {groupIdsOf} from '#sandbox/effective-roles'
import {duplicate, missing, one} from '#sandbox/failures'
import {filtered} from '#sandbox/filters'
import {idOf, type Keystone, present} from '#sandbox/keystone'
import {listed} from '#sandbox/links'
import {enforce} from '#sandbox/policy'
import {removeGroup} from '#sandbox/removal'
import {DESCRIPTION, ID, NAME, required} from '#sandbox/schema'

export function groupRoutes(keystone: Keystone): Routes {
  const {projects} = keystone.records
  const groups = collection(keystone, {
    name: 'groups',
    member: 'group',
    schema: {name: required(NAME), description: DESCRIPTION, domain_id: ID},
    filters: ['domain_id', 'name'],
    target: (group) => ({domainId: asText(group.domain_id)}),
    isListed: (group, {caller}) => caller.domainId === undefined || group.domain_id === caller.domainId,
    create(body, call) {
      const domain = asText(body.domain_id) ?? call.caller.domainId ?? 'default'
      if (projects.get(domain)?.is_domain !== true) throw missing('domains', domain)
      const group = {description: '', ...body, name: String(body.name).trim(), domain_id: domain}
      checkName(keystone, group)
      return group
    },
    update(group, changes) {
      if (changes.domain_id !== undefined && changes.domain_id !== group.domain_id)
        throw badRequest('Cannot change Domain ID')
      const changed = {...group, ...changes}
      checkName(keystone, changed)
      return changed
    },
    beforeDelete: (group) => removeGroup(keystone, idOf(group)),
  })
  return {...groups, ...membershipRoutes(keystone)}
}

function checkName({records}: Keystone, group: JsonObject): void {
  const same = records.groups.find({name: asText(group.name), domain_id: asText(group.domain_id)})
  if (same.some((other) => other.id !== group.id))
    throw duplicate('group', `Duplicate entry found with name ${group.name} at domain ID ${group.domain_id}`)
}

function membershipRoutes(keystone: Keystone): Routes {
  const {memberships, users, groups} = keystone.records
  const pair = (call: Call, action: string): {key: string; group: string; user: string} => {
    const {id: group = '', user = ''} = call.params
    const domains = [groups.get(group)?.domain_id, users.get(user)?.domain_id]
    enforce(call, action, {domainId: domains[0] === domains[1] ? asText(domains[0]) : undefined})
    one(keystone, 'users', user)
    one(keystone, 'groups', group)
    return {key: `${group}/${user}`, group, user}
  }
  const absent = (user: string, group: string) => notFound(`User '${user}' not found in group '${group}'`)
  const check: Handler = (call) => {
    const {key, user, group} = pair(call, 'check_user_in_group')
    if (!memberships.get(key)) throw absent(user, group)
    return {status: 204}
  }
  return {
    'GET /v3/groups/:id/users/:user': check,
    'PUT /v3/groups/:id/users/:user': (call) => {
      const {key, user, group} = pair(call, 'add_user_to_group')
      memberships.put(key, {id: key, user_id: user, group_id: group})
      return {status: 204}
    },
    'DELETE /v3/groups/:id/users/:user': (call) => {
      const {key, user, group} = pair(call, 'remove_user_from_group')
      if (!memberships.delete(key)) throw absent(user, group)
      return {status: 204}
    },
    'GET /v3/groups/:id/users': (call) => {
      const {id = ''} = call.params
      enforce(call, 'list_users_in_group', {domainId: asText(groups.get(id)?.domain_id)})
      one(keystone, 'groups', id)
      const ids = memberships.find({group_id: id}).map(({user_id}) => user_id)
      const rows = present(users, ids).map((user) => ({...user, password_expires_at: null}))
      return listed(call, 'users', filtered(call, rows, ['domain_id', 'enabled', 'name']))
    },
    'GET /v3/users/:id/groups': (call) => {
      const {id = ''} = call.params
      enforce(call, 'list_groups_for_user', {userId: id, domainId: asText(users.get(id)?.domain_id)})
      one(keystone, 'users', id)
      const rows = present(groups, groupIdsOf(keystone, id)).map((group) => ({...group, membership_expires_at: null}))
      return listed(call, 'groups', filtered(call, rows, ['name']))
    },
  }
}
