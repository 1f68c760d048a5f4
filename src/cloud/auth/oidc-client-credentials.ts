import {oidcLogin, openidScope} from '#cloud/auth/oidc'
import type {LogIn} from '#cloud/auth/types'

/** `v3oidcclientcredentials` */
export const logIn: LogIn = async (context) =>
  await oidcLogin(context, 'client_credentials', {scope: openidScope(context)})
