import {needed} from '#cloud/auth/params'
import {scopeOf} from '#cloud/auth/scope'
import type {LogIn, MakeFactor} from '#cloud/auth/types'
import {logInV3} from '#cloud/auth/v3'

/** `token`, `v3token`: another token for an existing one, in the scope that is configured. */
export const logIn: LogIn = async (context) => await logInV3(context, [await factor(context)], scopeOf(context.config))

/** Method `token`. */
export const factor: MakeFactor = async ({config}) => {
  const id = needed(config, 'token')
  return {method: 'token', data: {id}, headers: {'x-auth-token': id}}
}
