import {identityUrl} from '#cloud/auth/auth-url'
import {loginError} from '#cloud/auth/login-error'
import {needed} from '#cloud/auth/params'
import {postForm, tokenIn} from '#cloud/auth/token-endpoint'
import type {LogIn} from '#cloud/auth/types'
import {readLogin} from '#cloud/auth/v3'
import type {HttpRequest} from '#cloud/transport-types'

/** `v3oauth2mtlsclientcredential`: the client shows itself by its TLS certificate (RFC 8705); Keystone describes the token. */
export const logIn: LogIn = async (context) => {
  const {config, transport} = context
  const form = {grant_type: 'client_credentials', client_id: needed(config, 'oauth2_client_id')}
  const token = tokenIn(context, await postForm(context, needed(config, 'oauth2_endpoint'), form))
  const authUrl = await identityUrl(context)
  const headers = {accept: 'application/json', 'x-auth-token': token, 'x-subject-token': token}
  const request: HttpRequest = {method: 'GET', url: `${authUrl}/auth/tokens`, headers}
  const answer = await transport.send(request)
  if (answer.status >= 400) throw await loginError(config, request, answer)
  const login = await readLogin(context, authUrl, answer, token)
  return {...login, headers: {...login.headers, authorization: `Bearer ${token}`}}
}
