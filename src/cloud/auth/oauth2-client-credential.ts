import {basic} from '#cloud/auth/basic'
import {needed} from '#cloud/auth/params'
import {postForm, tokenIn} from '#cloud/auth/token-endpoint'
import type {LogIn} from '#cloud/auth/types'
import {logInV3} from '#cloud/auth/v3'

/**
 * `v3oauth2clientcredential`: an application credential used as an OAuth 2.0 client (RFC 6749, section 4.4). Keystone gives
 * the catalog; services behind an OAuth 2.0 middleware want the access token beside it.
 */
export const logIn: LogIn = async (context) => {
  const {config, trace} = context
  const id = needed(config, 'oauth2_client_id')
  const secret = needed(config, 'oauth2_client_secret')
  const login = await logInV3(context, [{method: 'application_credential', data: {id, secret}}], undefined)
  const authorization = basic(trace, id, secret)
  const form = {grant_type: 'client_credentials'}
  const answer = await postForm(context, needed(config, 'oauth2_endpoint'), form, {authorization})
  return {...login, headers: {...login.headers, authorization: `Bearer ${tokenIn(context, answer)}`}}
}
