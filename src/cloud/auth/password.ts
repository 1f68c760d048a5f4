import {identityUser} from '#cloud/auth/identity-user'
import {scopeOf} from '#cloud/auth/scope'
import {secretOf} from '#cloud/auth/secret'
import type {LogIn, MakeFactor} from '#cloud/auth/types'
import {logInV3} from '#cloud/auth/v3'

/** `password`, `v3password`. */
export const logIn: LogIn = async (context) => await logInV3(context, [await factor(context)], scopeOf(context.config))

/** Method `password`; the password is asked for when none is configured. */
export const factor: MakeFactor = async (context) => {
  const user = identityUser(context.config)
  return {method: 'password', data: {user: {...user, password: await secretOf(context, 'password')}}}
}
