import {missing} from '#cloud/auth/params'
import {scopeOf} from '#cloud/auth/scope'
import type {LogIn, MakeFactor} from '#cloud/auth/types'
import {logInV3} from '#cloud/auth/v3'
import type {CloudConfig} from '#cloud/config/types'
import {ConfigError} from '#errors'
import {asArray, asText} from '#json'

const FACTORS: Readonly<Record<string, () => Promise<{factor: MakeFactor}>>> = {
  password: () => import('#cloud/auth/password'),
  token: () => import('#cloud/auth/token'),
  totp: () => import('#cloud/auth/totp'),
  applicationcredential: () => import('#cloud/auth/application-credential'),
}

/** `v3multifactor`: the methods of `auth_methods`, all in one request. */
export const logIn: LogIn = async (context) => {
  const factors = []
  // One after another: each may have something to ask.
  for (const method of methodsOf(context.config)) {
    const name = method.replace(/^v3/, '').replaceAll('_', '')
    const load = Object.hasOwn(FACTORS, name) ? FACTORS[name] : undefined
    if (!load) {
      throw new ConfigError(`'${method}' in auth_methods cannot be part of multi-factor authentication.`, {
        hint: 'Choose from v3password, v3totp, v3token and v3applicationcredential.',
      })
    }
    factors.push(await (await load()).factor(context))
  }
  return await logInV3(context, factors, scopeOf(context.config))
}

/** A list in clouds.yaml, a text with commas on the command line and in the environment. */
function methodsOf(config: CloudConfig): string[] {
  const {auth_methods: given} = config.auth
  const methods = typeof given === 'string' ? given.split(',') : asArray(given).map((method) => asText(method) ?? '')
  const named = methods.map((method) => method.trim()).filter((method) => method !== '')
  if (named.length === 0) throw missing(config, 'its methods', ['auth_methods'])
  return named
}
