import {identityUser} from '#cloud/auth/identity-user'
import {scopeOf} from '#cloud/auth/scope'
import {secretOf} from '#cloud/auth/secret'
import type {LogIn, MakeFactor} from '#cloud/auth/types'
import {logInV3} from '#cloud/auth/v3'

/** `v3totp`. */
export const logIn: LogIn = async (context) => await logInV3(context, [await factor(context)], scopeOf(context.config))

/** Method `totp`; the passcode is asked for when none is given. Keystone takes each passcode once. */
export const factor: MakeFactor = async (context) => {
  const user = identityUser(context.config)
  return {method: 'totp', data: {user: {...user, passcode: await secretOf(context, 'passcode')}}}
}
