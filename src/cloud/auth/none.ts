import {bareAccess} from '#cloud/auth/access'
import {param} from '#cloud/auth/params'
import type {LogIn} from '#cloud/auth/types'

/** `none`, `noauth`: services without authentication. Some of them require the header anyway, as keystoneauth sends it. */
export const logIn: LogIn = async ({config}) => ({
  access: bareAccess(''),
  headers: {'x-auth-token': 'notused'},
  authUrl: undefined,
  endpoint: param(config, 'endpoint'),
})
