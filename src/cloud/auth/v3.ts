import {readAccess} from '#cloud/auth/access'
import {identityUrl} from '#cloud/auth/auth-url'
import {loginError} from '#cloud/auth/login-error'
import {renewalOf} from '#cloud/auth/renewal'
import type {Scope} from '#cloud/auth/scope'
import type {AuthContext, Factor, Login} from '#cloud/auth/types'
import {placeOf} from '#cloud/http/explain'
import type {HttpAnswer, HttpRequest} from '#cloud/transport-types'
import {ConnectionError} from '#errors'
import {asObject, isObject, type JsonObject} from '#json'

/** Logs in to Keystone with one or several methods. Identity API v3, POST /v3/auth/tokens. */
export async function logInV3(context: AuthContext, factors: readonly Factor[], scope: Scope): Promise<Login> {
  return await requestToken(context, await identityUrl(context), factors, scope)
}

/** The same where Keystone's address is known already. */
export async function requestToken(
  context: AuthContext,
  authUrl: string,
  factors: readonly Factor[],
  scope: Scope,
): Promise<Login> {
  const identity: JsonObject = {methods: factors.map(({method}) => method)}
  for (const {method, data} of factors) identity[method] = data
  const request: HttpRequest = {
    method: 'POST',
    url: `${authUrl}/auth/tokens`,
    headers: Object.assign(
      {accept: 'application/json', 'content-type': 'application/json'},
      ...factors.map((f) => f.headers),
    ),
    body: JSON.stringify({auth: scope === undefined ? {identity} : {identity, scope}}),
  }
  const answer = await context.transport.send(request)
  if (answer.status >= 400) throw await loginError(context.config, request, answer)
  return await readLogin(context, authUrl, answer)
}

/** Makes a log-in of Keystone's answer: the token is in its header X-Subject-Token, everything else in its body. */
export async function readLogin(
  context: AuthContext,
  authUrl: string,
  answer: HttpAnswer,
  known?: string,
): Promise<Login> {
  const token = known || answer.headers['x-subject-token']
  const body = asObject(await answer.json()).token
  if (!token || !isObject(body)) {
    throw new ConnectionError(
      `${placeOf(answer.url)} returned HTTP ${answer.status} without a token: it is not a Keystone endpoint.`,
      {
        hint: 'Check auth_url.',
        code: 'WrongBody',
      },
    )
  }
  context.trace.secret(token)
  return {
    access: readAccess(token, body),
    headers: {'x-auth-token': token},
    authUrl,
    renewal: renewalOf(body, answer.headers.date),
  }
}
