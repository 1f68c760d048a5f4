import {bareAccess} from '#cloud/auth/access'
import {param} from '#cloud/auth/params'
import type {LogIn} from '#cloud/auth/types'

/** `none`, `noauth`: services that ask for nobody. Some of them want the header all the same, as keystoneauth sends it. */
export const logIn: LogIn = async ({config}) => ({
  access: bareAccess(''),
  headers: {'x-auth-token': 'notused'},
  authUrl: undefined,
  endpoint: param(config, 'endpoint'),
})
