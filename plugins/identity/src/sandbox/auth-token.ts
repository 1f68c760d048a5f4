import {asText, isObject, type Json} from '@osc-cli/core'
import {notFound} from '@osc-cli/core/sandbox'
import {expecting, forbiddenAction} from '#sandbox/failures'
import type {Method} from '#sandbox/sign-in'
import {readToken, type Token} from '#sandbox/token'
import {decodeTicket} from '#sandbox/token-code'

/** Delegated tokens cannot get a wider scope. */
export const proofByToken: Method = (keystone, {id}, {body}) => {
  if (asText(id) === undefined) throw expecting('id', 'token')
  const token = readToken(keystone, String(id))
  if (!token)
    throw notFound(
      decodeTicket(keystone, String(id)) ? `Could not find token: ${id}.` : 'Could not recognize Fernet token',
    )
  const refused = refusal(token, isObject(body.auth) ? body.auth.scope : undefined)
  if (refused !== undefined) throw forbiddenAction(refused)
  return {
    userId: token.userId,
    methods: token.methods,
    expiresAt: token.expiresAt,
    parentAuditId: token.auditIds.at(-1),
  }
}

function refusal(token: Token, scope: Json | undefined): string | undefined {
  const again = (kind: string) =>
    `Using ${kind}-scoped token to create another token. Create a new ${kind}-scoped token instead`
  if (token.accessTokenId !== undefined) return again('OAuth')
  if (token.trustId !== undefined) return again('trust')
  if (token.scope.kind === 'system' && isObject(scope) && ('project' in scope || 'domain' in scope))
    return 'Using a system-scoped token to create a project-scoped or domain-scoped token is not allowed.'
  if (token.credentialId !== undefined) return 'Using a delegated token to create another token is not allowed.'
  return undefined
}
