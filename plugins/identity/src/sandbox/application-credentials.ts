import {randomBytes} from 'node:crypto'
import {asArray, asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call, type Routes} from '@osc-cli/core/sandbox'
import {ACCESS_RULES, keepAccessRules} from '#sandbox/access-rules'
import {checkMayManageCredentials, checkUnrestricted} from '#sandbox/delegated'
import {expiryOf} from '#sandbox/expiry'
import {duplicate, missing} from '#sandbox/failures'
import {filtered} from '#sandbox/filters'
import {idOf, type Keystone, present} from '#sandbox/keystone'
import {linked, listed} from '#sandbox/links'
import {keepSecret} from '#sandbox/passwords'
import {enforce} from '#sandbox/policy'
import {checkBody, DESCRIPTION, FLAG, ID, NAME, required, type Schema} from '#sandbox/schema'
import type {Token} from '#sandbox/token'

const SCHEMA: Schema = {
  name: required(NAME),
  description: DESCRIPTION,
  secret: {type: 'string', nullable: true},
  expires_at: {type: 'string', nullable: true},
  roles: {type: 'array', items: {type: 'object', properties: {id: ID, name: NAME}}},
  unrestricted: FLAG,
  access_rules: ACCESS_RULES,
}

const PATH = '/v3/users/:user/application_credentials'

export function applicationCredentialRoutes(keystone: Keystone): Routes {
  const {application_credentials: credentials} = keystone.records
  const found = (call: Call, action: string): JsonObject => {
    const credential = credentials.get(call.params.id ?? '')
    // The owner comes from the credential, not from the path.
    enforce(call, action, {userId: asText(credential?.user_id) ?? call.params.user})
    if (!credential) throw missing('application_credentials', call.params.id ?? '')
    return credential
  }
  const shown = (call: Call, credential: JsonObject): JsonObject =>
    linked(call, '/application_credentials', view(keystone, credential))
  return {
    [`GET ${PATH}`]: (call: Call) => {
      const {user = ''} = call.params
      enforce(call, 'list_application_credentials', {userId: user})
      checkMayManageCredentials(keystone, call)
      const rows = credentials.find({user_id: user}).map((row) => view(keystone, row))
      return listed(call, 'application_credentials', filtered(call, rows, ['name']), '/application_credentials')
    },
    [`POST ${PATH}`]: (call: Call) => {
      enforce(call, 'create_application_credential', {userId: call.params.user})
      const body = checkBody(call.body.application_credential ?? {}, SCHEMA)
      const token = checkMayManageCredentials(keystone, call)
      checkUnrestricted(token)
      const secret = asText(body.secret) ?? randomBytes(64).toString('base64url')
      const credential = newCredential(keystone, body, token)
      credentials.put(idOf(credential), credential)
      keepSecret(keystone.records.secrets, idOf(credential), secret)
      return {status: 201, body: {application_credential: {...shown(call, credential), secret}}}
    },
    [`GET ${PATH}/:id`]: (call: Call) => {
      const credential = found(call, 'get_application_credential')
      checkMayManageCredentials(keystone, call)
      return {body: {application_credential: shown(call, credential)}}
    },
    [`DELETE ${PATH}/:id`]: (call: Call) => {
      const id = idOf(found(call, 'delete_application_credential'))
      checkUnrestricted(checkMayManageCredentials(keystone, call))
      credentials.delete(id)
      keystone.records.secrets.delete(id)
      return {status: 204}
    },
  }
}

function newCredential(keystone: Keystone, body: JsonObject, token: Token): JsonObject {
  const {records, cloud} = keystone
  const [name, user] = [String(body.name), idOf(token.user)]
  if (token.scope.kind !== 'project') throw badRequest('Invalid application credential: It needs a project.')
  if (records.application_credentials.find({name, user_id: user}).length > 0)
    throw duplicate('application_credential', `Duplicate entry found with name ${name}`)
  const credential: JsonObject = {
    id: cloud.newId(),
    name,
    description: asText(body.description) ?? null,
    user_id: user,
    project_id: token.scope.id,
    system: null,
    expires_at: expiryOf(keystone, body.expires_at)?.replace('Z', '') ?? null,
    unrestricted: body.unrestricted ?? null,
    role_ids: rolesFor(keystone, body.roles, token),
  }
  const rules = keepAccessRules(keystone, user, asArray(body.access_rules))
  return body.access_rules === undefined ? credential : {...credential, access_rules: rules}
}

/** IDs of the delegated roles: the requested ones that the caller has, or all roles of the caller. */
function rolesFor({records}: Keystone, requested: Json | undefined, token: Token): string[] {
  const own = token.roles.map(idOf)
  if (asArray(requested).length === 0) return own
  const ids = asArray(requested).map((role) => {
    const {id, name} = asObject(role)
    return asText(id) ?? asText(records.roles.find({name: asText(name), domain_id: null})[0]?.id)
  })
  return ids.map((id) => {
    if (id === undefined || !own.includes(id))
      throw badRequest('Invalid application credential: Cannot create an application credential with unassigned role')
    return id
  })
}

function view({records}: Keystone, {role_ids, ...credential}: JsonObject): JsonObject {
  return {...credential, roles: present(records.roles, asArray(role_ids))}
}
