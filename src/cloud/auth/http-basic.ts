import {bareAccess} from '#cloud/auth/access'
import {basic} from '#cloud/auth/basic'
import {needed, param} from '#cloud/auth/params'
import {secretOf} from '#cloud/auth/secret'
import type {LogIn} from '#cloud/auth/types'

/** `http_basic`: a name and a password for services that stand alone, such as ironic. */
export const logIn: LogIn = async (context) => {
  const {config, trace} = context
  const username = needed(config, 'username')
  return {
    access: bareAccess(''),
    headers: {authorization: basic(trace, username, await secretOf(context, 'password'))},
    authUrl: undefined,
    endpoint: param(config, 'endpoint'),
  }
}
