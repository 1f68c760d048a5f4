import {identityUrl} from '#cloud/auth/auth-url'
import {oauth1Header} from '#cloud/auth/oauth1-signature'
import {needed} from '#cloud/auth/params'
import type {LogIn} from '#cloud/auth/types'
import {requestToken} from '#cloud/auth/v3'

/** `v3oauth1`: a delegation made with `request token create` and `access token create`; its project is the only scope. */
export const logIn: LogIn = async (context) => {
  const {config} = context
  const authUrl = await identityUrl(context)
  const authorization = oauth1Header('POST', `${authUrl}/auth/tokens`, {
    consumerKey: needed(config, 'consumer_key'),
    consumerSecret: needed(config, 'consumer_secret'),
    token: needed(config, 'access_key'),
    tokenSecret: needed(config, 'access_secret'),
  })
  return await requestToken(context, authUrl, [{method: 'oauth1', data: {}, headers: {authorization}}], undefined)
}
