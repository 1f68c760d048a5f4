import {type Call, forbidden} from '@osc-cli/core/sandbox'
import {forbiddenAction, unauthorized} from '#sandbox/failures'
import type {Keystone} from '#sandbox/keystone'
import {readToken, type Token} from '#sandbox/token'

/** The caller's token, with more than a Caller tells. */
export function ownToken(keystone: Keystone, {caller}: Call): Token {
  const token = readToken(keystone, caller.token)
  if (!token) throw unauthorized()
  return token
}

/** A token that was delegated must not make credentials that outlive it; one of an unrestricted credential may. */
export function checkMayManageCredentials(keystone: Keystone, call: Call): Token {
  const token = ownToken(keystone, call)
  if (token.trustId !== undefined || token.accessTokenId !== undefined)
    throw forbidden('You are not authorized to perform the requested action.')
  return token
}

export function checkUnrestricted({credential}: Token): void {
  if (credential && credential.unrestricted !== true)
    throw forbiddenAction(
      "Using method 'application_credential' is not allowed for managing additional application credentials.",
    )
}

export function checkMayManageTrusts(keystone: Keystone, call: Call): Token {
  const token = ownToken(keystone, call)
  if (token.credentialId !== undefined || token.accessTokenId !== undefined)
    throw forbiddenAction('Delegated tokens cannot manage trusts.')
  return token
}
