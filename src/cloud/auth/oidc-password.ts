import {oidcLogin, openidScope} from '#cloud/auth/oidc'
import {needed, param} from '#cloud/auth/params'
import {secretOf} from '#cloud/auth/secret'
import type {AuthContext, LogIn} from '#cloud/auth/types'

/** `v3oidcpassword`; with `idp_otp_key` also a one-time password, under the name that this provider has for it. */
export const logIn: LogIn = async (context) => {
  const username = needed(context.config, 'username')
  const password = await secretOf(context, 'password')
  const form = {username, password, scope: openidScope(context), ...(await oneTimePassword(context))}
  return await oidcLogin(context, 'password', form)
}

async function oneTimePassword({config, terminal, trace}: AuthContext): Promise<Record<string, string>> {
  const name = param(config, 'idp_otp_key')
  if (name === undefined) return {}
  const code = await terminal.ask('One-time password: ', 'Run osc in a terminal to enter the password.')
  trace.secret(code)
  return {[name]: code}
}
