import {asText} from '@osc-cli/core'
import {unauthorized} from '#sandbox/failures'
import {idOf} from '#sandbox/keystone'
import {isSigned, oauthParameters} from '#sandbox/oauth1-signature'
import type {Method} from '#sandbox/sign-in'

/** An access token, authenticated by a signature over the request. */
export const proofByOAuth1: Method = ({records, cloud}, _payload, call) => {
  const parameters = oauthParameters(call)
  const token = records.access_tokens.get(parameters.get('oauth_token') ?? '')
  const consumer = records.consumers.get(asText(token?.consumer_id) ?? '')
  const isRight =
    token !== undefined &&
    consumer !== undefined &&
    parameters.get('oauth_consumer_key') === idOf(consumer) &&
    Date.parse(String(token.expires_at)) > cloud.now().getTime() &&
    isSigned(call, String(consumer.secret), String(token.secret))
  if (!isRight) throw unauthorized()
  return {
    userId: String(token.authorizing_user_id),
    projectId: String(token.project_id),
    accessTokenId: idOf(token),
    expiresAt: Date.parse(String(token.expires_at)),
  }
}
