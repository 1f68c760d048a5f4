import {bareAccess} from '#cloud/auth/access'
import {needed} from '#cloud/auth/params'
import type {LogIn} from '#cloud/auth/types'

/** `admin_token`, also called `token_endpoint`: a token that is not looked at, for one endpoint, which is every service's. */
export const logIn: LogIn = async ({config}) => {
  const token = needed(config, 'token')
  return {
    access: bareAccess(token),
    headers: {'x-auth-token': token},
    authUrl: undefined,
    endpoint: needed(config, 'endpoint'),
  }
}
