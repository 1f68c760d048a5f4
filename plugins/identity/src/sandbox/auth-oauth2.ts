import {asText} from '@osc-cli/core'
import {type Answer, type Call, type Routes, SandboxFailure} from '@osc-cli/core/sandbox'
import type {Keystone} from '#sandbox/keystone'
import {issueToken, LIFETIME, signIn} from '#sandbox/sign-in'

/** Application credentials as OAuth 2.0 clients, with errors in OAuth's format. */
export const oauth2Routes = (keystone: Keystone): Routes => ({
  'POST /v3/OS-OAUTH2/token': (call) => {
    const [id, secret] = basicAuthorization(call)
    if (!id || !secret) return refused(401, 'invalid_client', 'OAuth2.0 client authorization is required.')
    const grant = new URLSearchParams(call.text).get('grant_type')
    if (grant === null) return refused(400, 'invalid_request', 'The parameter grant_type is required.')
    if (grant !== 'client_credentials')
      return refused(400, 'unsupported_grant_type', `The parameter grant_type ${grant} is not supported.`)
    const identity = {methods: ['application_credential'], application_credential: {id, secret}}
    try {
      const token = issueToken(keystone, signIn(keystone, {...call, body: {auth: {identity}}}))
      return {body: {access_token: token.text, token_type: 'Bearer', expires_in: LIFETIME / 1000}}
    } catch (error) {
      if (!(error instanceof SandboxFailure)) throw error
      const isClient = error.status === 401 || error.status === 404
      return isClient
        ? refused(401, 'invalid_client', error.message)
        : refused(error.status, 'other_error', error.message)
    }
  },
})

function basicAuthorization({headers}: Call): string[] {
  const [, code] = /^Basic\s+(\S+)$/i.exec(asText(headers.authorization) ?? '') ?? []
  if (code === undefined) return []
  const [id = '', ...secret] = Buffer.from(code, 'base64').toString().split(':')
  return [id, secret.join(':')]
}

const refused = (status: number, error: string, description: string): Answer => ({
  status,
  headers: status === 401 ? {'www-authenticate': 'Keystone'} : {},
  body: {error, error_description: description},
})
