import {asArray, asObject, asText, isObject, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call, forbidden, notImplemented, SandboxFailure} from '@osc-cli/core/sandbox'
import {proofByApplicationCredential} from '#sandbox/auth-application-credential'
import {proofByOAuth1} from '#sandbox/auth-oauth1'
import {proofByPassword} from '#sandbox/auth-password'
import {proofByToken} from '#sandbox/auth-token'
import {proofByTotp} from '#sandbox/auth-totp'
import {expecting, unauthorized} from '#sandbox/failures'
import {idOf, type Keystone} from '#sandbox/keystone'
import {FEDERATED_LOGIN} from '#sandbox/lacking'
import {defaultScope, type Wanted, wantedScope} from '#sandbox/scope'
import {resolveTicket, type Token} from '#sandbox/token'
import {encodeTicket, newAuditId, type Scope, type Ticket} from '#sandbox/token-code'

/** The result of an authentication method. */
export interface Proof {
  userId: string
  /** Methods inherited from a token. */
  methods?: readonly string[]
  expiresAt?: number | undefined
  parentAuditId?: string | undefined
  projectId?: string
  credentialId?: string
  accessTokenId?: string
}

export type Method = (keystone: Keystone, payload: JsonObject, call: Call) => Proof

const METHODS: Readonly<Record<string, Method>> = {
  application_credential: proofByApplicationCredential,
  mapped: () => {
    throw notImplemented(FEDERATED_LOGIN)
  },
  oauth1: proofByOAuth1,
  password: proofByPassword,
  token: proofByToken,
  totp: proofByTotp,
}

export interface SignIn {
  proof: Proof
  methods: string[]
  wanted: Wanted
}

/** Authenticates by every method of the body and reads the requested scope; 401 without a reason, 400, 403. */
export function signIn(keystone: Keystone, call: Call): SignIn {
  const auth = call.body.auth
  if (!isObject(auth)) throw expecting('auth', 'request body')
  if (!isObject(auth.identity)) throw badRequest("'identity' is a required property")
  const {identity} = auth
  if (!Array.isArray(identity.methods))
    throw badRequest("Invalid input for field 'identity': 'methods' is a required property")
  const names = [...new Set(asArray(identity.methods).map(String))]
  for (const name of names) if (!isObject(identity[name])) throw expecting(name, 'identity')
  const isDelegated = names.includes('application_credential')
  if (isDelegated && auth.scope !== undefined) throw unauthorized()
  const wanted = wantedScope(keystone, auth.scope)
  const proofs = names.map((name) => {
    const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined
    if (!method) throw unknownMethod()
    return method(keystone, asObject(identity[name]), call)
  })
  const [first, ...others] = proofs
  if (!first || others.some(({userId}) => userId !== first.userId)) throw unauthorized()
  const proof: Proof = Object.assign({}, first, ...others)
  return {proof, methods: [...new Set([...names, ...proofs.flatMap(({methods = []}) => methods)])], wanted}
}

export const LIFETIME = 12 * 3600 * 1000

const unknownMethod = () =>
  new SandboxFailure(401, 'Attempted to authenticate with an unsupported method.', {
    identity: {methods: Object.keys(METHODS)},
  })

/** The token for an authenticated user; 401 without a role in that scope. */
export function issueToken(keystone: Keystone, {proof, methods, wanted}: SignIn): Token {
  const now = keystone.cloud.now().getTime()
  const scope = scopeFor(keystone, proof, wanted)
  const {trust} = wanted
  if (trust && trust.trustee_user_id !== proof.userId) throw forbiddenTrust()
  const ticket: Ticket = {
    userId: proof.userId,
    methods,
    scope,
    issuedAt: now,
    expiresAt: Math.min(now + LIFETIME, proof.expiresAt ?? Number.POSITIVE_INFINITY),
    auditIds: [newAuditId(), ...(proof.parentAuditId === undefined ? [] : [proof.parentAuditId])],
    trustId: trust && idOf(trust),
    credentialId: proof.credentialId,
    accessTokenId: proof.accessTokenId,
  }
  const token = resolveTicket(keystone, ticket, encodeTicket(keystone, ticket))
  if (!token && trust) throw forbiddenTrust()
  if (!token) throw unauthorized()
  if (trust) useTrust(keystone, trust)
  return token
}

function scopeFor(keystone: Keystone, {projectId, userId}: Proof, {scope}: Wanted): Scope {
  if (projectId !== undefined) return {kind: 'project', id: projectId}
  return scope === 'default' ? defaultScope(keystone, userId) : scope
}

// Does not reveal whether the caller is not the trustee or the trustor has lost the roles.
const forbiddenTrust = () => forbidden('You are not authorized to perform the requested action.')

/** Counts down the remaining uses of a trust. */
function useTrust({records}: Keystone, trust: JsonObject): void {
  const left = asText(trust.remaining_uses)
  if (left !== undefined) records.trusts.put(idOf(trust), {...trust, remaining_uses: Number(left) - 1})
}
