import {basic} from '#cloud/auth/basic'
import {federatedLogin} from '#cloud/auth/federation'
import {missing, needed, param} from '#cloud/auth/params'
import {postForm, tokenIn} from '#cloud/auth/token-endpoint'
import type {AuthContext, Login} from '#cloud/auth/types'
import {failureOf} from '#cloud/http/failure'
import type {HttpRequest} from '#cloud/transport-types'
import {ConfigError} from '#errors'
import {asArray, asObject, asText, type JsonObject} from '#json'

/** Gets a token from the OpenID Connect provider with a grant, and Keystone's token for it. */
export async function oidcLogin(
  context: AuthContext,
  grant: string,
  form: Readonly<Record<string, string>>,
): Promise<Login> {
  const provider = await discoverProvider(context)
  const grants = asArray(provider.grant_types_supported)
  if (grants.length > 0 && !grants.includes(grant)) {
    throw new ConfigError(
      `The identity provider does not support ${grant}, which '${context.config.authType}' needs.`,
      {
        hint: `Supported grant types: ${grants.map((name) => asText(name)).join(', ')}.`,
      },
    )
  }
  const url = endpointOf(context, provider, 'token_endpoint', 'access_token_endpoint')
  const answer = await postForm(context, url, {grant_type: grant, ...form}, clientAuthorization(context))
  const kind = param(context.config, 'access_token_type') ?? 'access_token'
  return await federatedLogin(context, tokenIn(context, answer, kind))
}

export const openidScope = ({config}: AuthContext): string => param(config, 'scope') ?? 'openid profile'

/** The client shows itself by HTTP Basic (OpenID Connect Core, section 9). */
export function clientAuthorization({config, trace}: AuthContext): {authorization: string} {
  return {authorization: basic(trace, needed(config, 'client_id'), param(config, 'client_secret') ?? '')}
}

/** The provider's own description, when the configuration says where it is; else empty. */
export async function discoverProvider({config, transport}: AuthContext): Promise<JsonObject> {
  const url = param(config, 'discovery_endpoint')
  if (url === undefined) return {}
  const request: HttpRequest = {method: 'GET', url, headers: {accept: 'application/json'}}
  const answer = await transport.send(request)
  if (answer.status >= 400) throw await failureOf(answer, request)
  return asObject(await answer.json())
}

/** An endpoint of the provider: as it is configured, else as the provider describes it. */
export function endpointOf({config}: AuthContext, provider: JsonObject, name: string, setting: string): string {
  const url = param(config, setting) ?? asText(provider[name])
  if (url === undefined) throw missing(config, `the identity provider's ${name}`, [setting, 'discovery_endpoint'])
  return url
}
