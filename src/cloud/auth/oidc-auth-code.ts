import {oidcLogin} from '#cloud/auth/oidc'
import {needed, param} from '#cloud/auth/params'
import type {LogIn} from '#cloud/auth/types'

/** `v3oidcauthcode`: a code that the provider gave out in a browser; it works once. */
export const logIn: LogIn = async (context) => {
  const {config} = context
  return await oidcLogin(context, 'authorization_code', {
    code: needed(config, 'code'),
    redirect_uri: param(config, 'redirect_uri') ?? '',
  })
}
