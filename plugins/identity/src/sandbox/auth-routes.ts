import {asArray, isObject, type Json} from '@osc-cli/core'
import {type Answer, type Call, forbidden, type Handler, notFound, type Routes} from '@osc-cli/core/sandbox'
import {catalogOf} from '#sandbox/catalog-of'
import {unauthorized} from '#sandbox/failures'
import {baseUrl, idOf, type Keystone, timeText} from '#sandbox/keystone'
import {enforce} from '#sandbox/policy'
import {issueToken, type SignIn, signIn} from '#sandbox/sign-in'
import {readToken, revokeToken, type Token} from '#sandbox/token'
import {tokenBody} from '#sandbox/token-body'
import {sign, unsign} from '#sandbox/token-code'

/** Authentication: public. */
export const publicAuthRoutes = (keystone: Keystone): Routes => ({
  'POST /v3/auth/tokens': (call) => {
    const begun = signIn(keystone, call)
    const done = {...begun, methods: withReceipt(keystone, call, begun)}
    const required = missingFactors(keystone, done)
    if (required) return receipt(keystone, done, required)
    return tokenAnswer(keystone, call, issueToken(keystone, done), 201)
  },
})

export function authRoutes(keystone: Keystone): Routes {
  const validate: Handler = (call) => {
    const token = subject(keystone, call, call.method === 'HEAD' ? 'check_token' : 'validate_token')
    return tokenAnswer(keystone, call, token, 200)
  }
  return {
    'GET /v3/auth/tokens': validate,
    'DELETE /v3/auth/tokens': (call) => {
      revokeToken(keystone, subject(keystone, call, 'revoke_token'))
      return {status: 204}
    },
    'GET /v3/auth/catalog': (call) => {
      enforce(call, 'get_auth_catalog')
      const {userId, projectId} = call.caller
      if (projectId === undefined) throw forbidden('You are not authorized to perform the requested action.')
      const links = {self: `${baseUrl(call)}/auth/catalog`}
      return {body: {catalog: catalogOf(keystone, userId, projectId), links}}
    },
  }
}

function tokenAnswer(keystone: Keystone, call: Call, token: Token, status: number): Answer {
  const body = tokenBody(keystone, token, !call.query.has('nocatalog'))
  return {status, body, headers: {'x-subject-token': token.text, vary: 'X-Auth-Token'}}
}

/** The subject token of the call; 403 without permission, 404 if it is not valid. */
function subject(keystone: Keystone, call: Call, action: string): Token {
  const text = call.headers['x-subject-token'] ?? ''
  const token = readToken(keystone, text)
  enforce(call, action, {userId: token && idOf(token.user)})
  if (!token) throw notFound(text === '' ? 'No token in the request' : 'Failed to validate token')
  return token
}

const RECEIPT_LIFETIME = 300_000

/** Methods that an authentication receipt proves. */
function withReceipt(keystone: Keystone, call: Call, {proof, methods}: SignIn): string[] {
  const text = call.headers['openstack-auth-receipt']
  if (text === undefined) return methods
  const [userId, earlier, expiresAt] = unsign(keystone, 'receipt', text) ?? []
  if (userId !== proof.userId || Number(expiresAt) <= keystone.cloud.now().getTime()) throw unauthorized()
  return [...new Set([...methods, ...asArray(earlier).map(String)])]
}

/** The multi-factor rules of a user if the methods satisfy none of them. */
function missingFactors({records}: Keystone, {proof, methods}: SignIn): string[][] | undefined {
  const options: Json | undefined = records.users.get(proof.userId)?.options
  if (!isObject(options) || options.multi_factor_auth_enabled !== true) return undefined
  const rules = asArray(options.multi_factor_auth_rules).map((rule) => asArray(rule).map(String))
  if (rules.length === 0 || rules.some((rule) => rule.every((method) => methods.includes(method)))) return undefined
  return rules
}

/** 401 with a receipt for the methods that succeeded. */
function receipt(keystone: Keystone, {proof, methods}: SignIn, required: string[][]): Answer {
  const {users, projects} = keystone.records
  const user = users.get(proof.userId) ?? {}
  const domain = projects.get(String(user.domain_id)) ?? {}
  const now = keystone.cloud.now().getTime()
  const expiresAt = now + RECEIPT_LIFETIME
  return {
    status: 401,
    headers: {'openstack-auth-receipt': sign(keystone, 'receipt', [proof.userId, methods, expiresAt])},
    body: {
      receipt: {
        methods,
        user: {id: proof.userId, name: user.name, domain: {id: domain.id, name: domain.name}},
        expires_at: timeText(expiresAt),
        issued_at: timeText(now),
      },
      required_auth_methods: required,
    },
  }
}
