import {asText, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call, type Routes} from '@osc-cli/core/sandbox'
import {collection} from '#sandbox/collection'
import {withExtra} from '#sandbox/extra'
import {duplicate, missing, unauthorized} from '#sandbox/failures'
import {idOf, type Keystone} from '#sandbox/keystone'
import {mergeOptions} from '#sandbox/options'
import {isSecret, keepSecret} from '#sandbox/passwords'
import {removeUser} from '#sandbox/removal'
import {checkBody, DESCRIPTION, FLAG, ID, NAME, nullable, type Property, required, type Schema} from '#sandbox/schema'
import {isLiveUser, revokeAllOf} from '#sandbox/token'

const OPTION: Property = {type: 'boolean', nullable: true}
const OPTIONS: Property = {
  type: 'object',
  closed: true,
  properties: {
    ignore_change_password_upon_first_use: OPTION,
    ignore_password_expiry: OPTION,
    ignore_lockout_failure_attempts: OPTION,
    ignore_user_inactivity: OPTION,
    lock_password: OPTION,
    multi_factor_auth_enabled: OPTION,
    multi_factor_auth_rules: {
      type: 'array',
      nullable: true,
      items: {type: 'array', least: 1, unique: true, items: {type: 'string'}},
    },
  },
}

const SCHEMA: Schema = {
  name: required(NAME),
  default_project_id: nullable(ID),
  description: DESCRIPTION,
  domain_id: ID,
  enabled: FLAG,
  password: {type: 'string', nullable: true},
  options: OPTIONS,
}

const COLUMNS = ['id', 'name', 'default_project_id', 'domain_id', 'enabled', 'options']

export function userRoutes(keystone: Keystone): Routes {
  const {passwords} = keystone.records
  return collection(keystone, {
    name: 'users',
    member: 'user',
    schema: SCHEMA,
    filters: ['domain_id', 'enabled', 'name', 'idp_id', 'protocol_id', 'unique_id', 'password_expires_at'],
    target: (user) => ({userId: asText(user.id), domainId: asText(user.domain_id)}),
    isListed: (user, {caller}) => caller.domainId === undefined || user.domain_id === caller.domainId,
    view: (user, call) => ({...withExtra(user, call, COLUMNS), password_expires_at: null}),
    create(body, call) {
      const user = newUser(keystone, body, call)
      if (typeof body.password === 'string') keepSecret(passwords, idOf(user), body.password)
      return user
    },
    update: (user, changes) => changedUser(keystone, user, changes),
    beforeDelete: (user) => removeUser(keystone, idOf(user)),
  })
}

/** Requires no token: the old password authenticates the user. */
export const passwordRoutes = (keystone: Keystone): Routes => ({
  'POST /v3/users/:id/password': (call) => changePassword(keystone, call),
})

function newUser(keystone: Keystone, body: JsonObject, call: Call): JsonObject {
  const {password: _secret, default_project_id: project, ...rest} = body
  const domain = asText(body.domain_id) ?? call.caller.domainId ?? 'default'
  if (keystone.records.projects.get(domain)?.is_domain !== true) throw missing('domains', domain)
  const user: JsonObject = {
    id: keystone.cloud.newId(),
    enabled: true,
    ...rest,
    ...withProject(keystone, project === null ? undefined : asText(project)),
    name: String(body.name).trim(),
    domain_id: domain,
    options: mergeOptions({}, body.options),
  }
  checkName(keystone, user)
  return user
}

function withProject({records}: Keystone, id: string | undefined): JsonObject {
  if (id === undefined) return {}
  if (records.projects.get(id)?.is_domain === true)
    throw badRequest(`User's default project ID cannot be a domain ID: ${id}`)
  return {default_project_id: id}
}

function checkName({records}: Keystone, user: JsonObject): void {
  const same = records.users.find({name: asText(user.name), domain_id: asText(user.domain_id)})
  if (same.some((other) => other.id !== user.id))
    throw duplicate('user', `Duplicate entry found with name ${user.name} at domain ID ${user.domain_id}`)
}

function changedUser(keystone: Keystone, user: JsonObject, changes: JsonObject): JsonObject {
  if (changes.domain_id !== undefined && changes.domain_id !== user.domain_id)
    throw badRequest('Cannot change Domain ID')
  const {password, default_project_id: project, ...rest} = changes
  const {default_project_id: old, ...kept} = user
  const wanted = project === undefined ? asText(old) : (asText(project) ?? undefined)
  const changed = {
    ...kept,
    ...rest,
    ...withProject(keystone, wanted),
    options: mergeOptions(user.options, changes.options),
  }
  checkName(keystone, changed)
  if (typeof password === 'string') keepSecret(keystone.records.passwords, idOf(user), password)
  if (password === null) keystone.records.passwords.delete(idOf(user))
  if (password !== undefined || (changes.enabled === false && user.enabled !== false))
    revokeAllOf(keystone, 'user', idOf(user))
  return changed
}

const CHANGE: Schema = {original_password: {type: 'string', required: true}, password: {type: 'string', required: true}}

function changePassword(keystone: Keystone, call: Call): {status: number} {
  const {id = ''} = call.params
  const {original_password: old, password} = checkBody(call.body.user ?? {}, CHANGE, true, true)
  const {users, passwords} = keystone.records
  const user = users.get(id)
  if (!user || !isLiveUser(keystone, id) || !isSecret(passwords, id, String(old))) throw unauthorized()
  if (mergeOptions(user.options, {}).lock_password === true)
    throw badRequest(
      'You cannot change your password at this time due to password policy disallowing password changes. Please contact your administrator to reset your password.',
    )
  keepSecret(passwords, id, String(password))
  revokeAllOf(keystone, 'user', id)
  return {status: 204}
}
