import {identityUrl} from '#cloud/auth/auth-url'
import {loginError} from '#cloud/auth/login-error'
import {needed} from '#cloud/auth/params'
import {scopeOf} from '#cloud/auth/scope'
import type {AuthContext, Login} from '#cloud/auth/types'
import {readLogin, requestToken} from '#cloud/auth/v3'
import {pathSegment} from '#cloud/path'
import type {HttpRequest} from '#cloud/transport-types'

/**
 * Keystone's token for somebody whom an identity provider knows. Its own token comes without a scope and is exchanged
 * when the configuration asks for one. Identity API v3, OS-FEDERATION.
 */
export async function federatedLogin(context: AuthContext, accessToken: string): Promise<Login> {
  const {config, transport} = context
  const authUrl = await identityUrl(context)
  const provider = pathSegment(needed(config, 'identity_provider'), 'identity provider')
  const protocol = pathSegment(needed(config, 'protocol'), 'protocol')
  const request: HttpRequest = {
    method: 'POST',
    url: `${authUrl}/OS-FEDERATION/identity_providers/${provider}/protocols/${protocol}/auth`,
    headers: {accept: 'application/json', authorization: `Bearer ${accessToken}`},
  }
  const answer = await transport.send(request)
  if (answer.status >= 400) throw await loginError(config, request, answer)
  return await scoped(context, await readLogin(context, authUrl, answer))
}

/** The same token in the scope that is configured; as it is when none is. */
export async function scoped(context: AuthContext, login: Login): Promise<Login> {
  const scope = scopeOf(context.config)
  const {authUrl, access} = login
  if (scope === undefined || scope === 'unscoped' || authUrl === undefined) return login
  const factor = {method: 'token', data: {id: access.token}, headers: login.headers}
  return await requestToken(context, authUrl, [factor], scope)
}
