import {param} from '#cloud/auth/params'
import type {AuthContext} from '#cloud/auth/types'

/** A secret of the configuration, or what the person types. It is registered, so that no trace shows it. */
export async function secretOf({config, terminal, trace}: AuthContext, name: 'password' | 'passcode'): Promise<string> {
  const prompt = name === 'password' ? 'Password: ' : 'One-time passcode: '
  const place = name === 'password' ? ', or auth.password in clouds.yaml or secure.yaml' : ''
  const secret = param(config, name) ?? (await terminal.ask(prompt, `Set OS_${name.toUpperCase()}${place}.`))
  trace.secret(secret)
  return secret
}
