import {readAccess} from '#cloud/auth/access'
import {needed, param} from '#cloud/auth/params'
import {renewalOf} from '#cloud/auth/renewal'
import {secretOf} from '#cloud/auth/secret'
import {type FormAnswer, postForm, tokenIn} from '#cloud/auth/token-endpoint'
import type {AuthContext, LogIn, Login} from '#cloud/auth/types'
import {pathSegment} from '#cloud/path'
import {asText, type JsonObject} from '#json'

/**
 * `keycloak-oidc`: the token of a Keycloak realm, for a Mistral that authenticates with Keycloak and not with Keystone. The
 * name of the project is that of the realm.
 */
export const logIn: LogIn = async (context) => {
  const {config} = context
  const realm = needed(config, 'project_name')
  const username = needed(config, 'username')
  const secret = param(config, 'client_secret')
  const base = needed(config, 'auth_url').trim().replace(/\/+$/, '')
  const answer = await postForm(
    context,
    `${base}/realms/${pathSegment(realm, 'realm')}/protocol/openid-connect/token`,
    {
      grant_type: 'password',
      username,
      password: await secretOf(context, 'password'),
      client_id: needed(config, 'client_id'),
      scope: 'profile',
      ...(secret !== undefined && {client_secret: secret}),
    },
  )
  return loginWith(context, answer, {user: {name: username}, project: {id: realm, name: realm}})
}

function loginWith(context: AuthContext, answer: FormAnswer, facts: JsonObject): Login {
  const token = tokenIn(context, answer)
  const refreshToken = asText(answer.body.refresh_token)
  if (refreshToken !== undefined) context.trace.secret(refreshToken)
  const described = {...facts, ...expiryOf(answer, Date.now())}
  const access = readAccess(token, described)
  return {
    access,
    headers: {'x-auth-token': token, 'x-project-id': access.projectId ?? ''},
    authUrl: undefined,
    endpoint: param(context.config, 'endpoint'),
    renewal: renewalOf(described, undefined),
  }
}

/** When the token expires; nothing if the answer does not give its lifetime in seconds. */
function expiryOf({body}: FormAnswer, now: number): JsonObject {
  const seconds = Number(body.expires_in)
  return Number.isFinite(seconds) && seconds > 0 ? {expires_at: new Date(now + seconds * 1000).toISOString()} : {}
}
