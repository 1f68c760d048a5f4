import {randomInt} from 'node:crypto'
import {asArray, asObject, asText, type JsonObject} from '@osc-cli/core'
import {type Answer, badRequest, type Call, forbidden, notFound, type Routes} from '@osc-cli/core/sandbox'
import {ownToken} from '#sandbox/delegated'
import {effectiveRoles} from '#sandbox/effective-roles'
import {expecting, missing, one, unauthorized} from '#sandbox/failures'
import {baseUrl, idOf, type Keystone, present} from '#sandbox/keystone'
import {linked, listed} from '#sandbox/links'
import {isSigned, oauthParameters} from '#sandbox/oauth1-signature'
import {enforce} from '#sandbox/policy'

const REQUEST_LIFETIME = 8 * 3600_000
const ACCESS_LIFETIME = 24 * 3600_000

/** Requests that a consumer authenticates with its signature only. */
export const publicOAuth1Routes = (keystone: Keystone): Routes => ({
  'POST /v3/OS-OAUTH1/request_token': (call) => {
    const [consumer] = needed(call, ['oauth_consumer_key'])
    const project = call.headers['requested-project-id']
    if (!project) throw expecting('Requested-Project-Id', 'request')
    one(keystone, 'projects', project)
    const known = keystone.records.consumers.get(consumer ?? '')
    if (!known) throw notFound('Consumer not found')
    if (!isSigned(call, String(known.secret))) throw unauthorized()
    return keep(keystone, 'request_tokens', {consumer_id: consumer, requested_project_id: project}, REQUEST_LIFETIME)
  },
  'POST /v3/OS-OAUTH1/access_token': (call) => {
    const [consumer, id, verifier] = needed(call, ['oauth_consumer_key', 'oauth_token', 'oauth_verifier'])
    const {request_tokens: requests, consumers} = keystone.records
    const request = requests.get(id ?? '')
    if (!request) throw notFound('Request token not found')
    const known = consumers.get(consumer ?? '')
    const isRight =
      known !== undefined &&
      request.consumer_id === consumer &&
      isAlive(keystone, request) &&
      asText(request.authorizing_user_id) !== undefined &&
      request.verifier === verifier &&
      isSigned(call, String(known.secret), String(request.secret))
    if (!isRight) throw unauthorized()
    requests.delete(idOf(request))
    const {consumer_id, requested_project_id: project_id, authorizing_user_id, role_ids} = request
    return keep(keystone, 'access_tokens', {consumer_id, project_id, authorizing_user_id, role_ids}, ACCESS_LIFETIME)
  },
})

function needed(call: Call, names: readonly string[]): string[] {
  const parameters = oauthParameters(call)
  return names.map((name) => {
    const value = parameters.get(name)
    if (!value) throw expecting(name, 'request')
    return value
  })
}

type TokenRecords = 'request_tokens' | 'access_tokens'

function keep({records, cloud}: Keystone, name: TokenRecords, content: JsonObject, lifetime: number): Answer {
  const [id, secret] = [cloud.newId(), cloud.newId()]
  const expires = new Date(cloud.now().getTime() + lifetime).toISOString()
  records[name].put(id, {id, ...content, secret, expires_at: expires})
  return {
    status: 201,
    headers: {'content-type': 'application/x-www-form-urlencoded'},
    body: `oauth_token=${id}&oauth_token_secret=${secret}&oauth_expires_at=${expires}`,
  }
}

const isAlive = ({cloud}: Keystone, {expires_at}: JsonObject): boolean =>
  Date.parse(String(expires_at)) > cloud.now().getTime()

export function oauth1Routes(keystone: Keystone): Routes {
  const {request_tokens: requests, access_tokens: tokens, roles} = keystone.records
  const path = '/v3/users/:user/OS-OAUTH1/access_tokens'
  const found = (call: Call, action: string): JsonObject => {
    enforce(call, action)
    const token = tokens.get(call.params.id ?? '')
    if (!token || token.authorizing_user_id !== call.params.user) throw notFound('Access token not found')
    return token
  }
  const rolesOf = (token: JsonObject) =>
    present(roles, asArray(token.role_ids)).map(({description: _description, ...role}) => role)
  return {
    'PUT /v3/OS-OAUTH1/authorize/:id': (call) => {
      enforce(call, 'authorize_request_token')
      const request = authorized(keystone, call)
      requests.put(idOf(request), request)
      return {body: {token: {oauth_verifier: request.verifier}}}
    },
    [`GET ${path}`]: (call: Call) => {
      enforce(call, 'list_access_tokens')
      const rows = tokens.find({authorizing_user_id: call.params.user})
      return listed(
        call,
        'access_tokens',
        rows.map((row) => view(call, row)),
        `/users/${call.params.user}/OS-OAUTH1/access_tokens`,
      )
    },
    [`GET ${path}/:id`]: (call: Call) => {
      const own = `/users/${call.params.user}/OS-OAUTH1/access_tokens`
      return {body: {access_token: linked(call, own, view(call, found(call, 'get_access_token')))}}
    },
    [`DELETE ${path}/:id`]: (call: Call) => {
      tokens.delete(idOf(found(call, 'delete_access_token')))
      return {status: 204}
    },
    [`GET ${path}/:id/roles`]: (call: Call) => listed(call, 'roles', rolesOf(found(call, 'list_access_token_roles'))),
    [`GET ${path}/:id/roles/:role`]: (call: Call) => {
      const token = found(call, 'get_access_token_role')
      const role = rolesOf(token).find(({id}) => id === call.params.role)
      if (!role) throw missing('roles', call.params.role ?? '')
      return {body: {role: linked(call, '/roles', role)}}
    },
  }
}

/** The request token with the roles that the caller delegates; 401 for roles that the caller does not have. */
function authorized(keystone: Keystone, call: Call): JsonObject {
  const token = ownToken(keystone, call)
  if (token.trustId !== undefined || token.credentialId !== undefined || token.accessTokenId !== undefined)
    throw forbidden('You are not authorized to perform the requested action.')
  const {request_tokens: requests, roles} = keystone.records
  const requested = asArray(call.body.roles).map(asObject)
  if (requested.length === 0) throw badRequest('[] is too short')
  const request = requests.get(call.params.id ?? '')
  if (!request) throw notFound('Request token not found')
  if (!isAlive(keystone, request)) throw unauthorized()
  const project = String(request.requested_project_id)
  const own = effectiveRoles(keystone, token.userId, {kind: 'project', id: project}).map(idOf)
  const ids = requested.map(({id, name}) => {
    const known = asText(id) ?? asText(roles.find({name: asText(name), domain_id: null})[0]?.id)
    if (known === undefined) throw missing('roles', asText(name) ?? '')
    if (!own.includes(known)) throw unauthorized()
    return known
  })
  const verifier = request.verifier ?? Array.from({length: 8}, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return {...request, authorizing_user_id: token.userId, role_ids: [...new Set(ids)], verifier}
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

function view(call: Call, {secret: _secret, role_ids: _roles, ...token}: JsonObject): JsonObject {
  const roles = `${baseUrl(call)}/users/${asText(token.authorizing_user_id)}/OS-OAUTH1/access_tokens/${idOf(token)}/roles`
  return {...token, links: {roles}}
}
