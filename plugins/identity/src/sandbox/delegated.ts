import {type Call, forbidden} from '@osc-cli/core/sandbox'
import {forbiddenAction, unauthorized} from '#sandbox/failures'
import type {Keystone} from '#sandbox/keystone'
import {readToken, type Token} from '#sandbox/token'

/** The caller's token, with more detail than Caller. */
export function ownToken(keystone: Keystone, {caller}: Call): Token {
  const token = readToken(keystone, caller.token)
  if (!token) throw unauthorized()
  return token
}

/** Delegated tokens cannot create credentials that outlive them, except those of unrestricted credentials. */
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
