import {readAccess, scopeText} from '#cloud/auth/access'
import {logIn} from '#cloud/auth/log-in'
import {tokenKey} from '#cloud/auth/token-key'
import type {AuthContext, Login} from '#cloud/auth/types'
import type {Cache} from '#cloud/cache/cache'
import type {CacheKey} from '#cloud/cache/key'
import type {CloudConfig} from '#cloud/config/types'
import {AuthError, ConfigError, isFailure} from '#errors'
import {asObject, asText, isObject, type JsonObject} from '#json'

/** The log-in that requests share. */
export interface Logins {
  /** The present one: from the cache, or made now; renewed when its token is about to end. */
  current(): Promise<Login>
  /** Another one, because a service refused this one's token. Whoever comes second gets what the first one got. */
  renewed(refused: Login): Promise<Login>
  /** A new one beside it, to give away: its token is kept nowhere, what it says of the cloud is used where nothing was known. */
  another(): Promise<Login>
}

export function createLogins(context: AuthContext, cache: Cache): Logins {
  const key = tokenKey(context.config)
  let latest: Promise<Login> | undefined
  const begin = (make: () => Promise<Login>): Promise<Login> => {
    const login = make()
    latest = login
    // A wrong password must not be tried once for each of a hundred names; a passing fault may be tried again.
    login.catch((error: unknown) => {
      if (latest === login && !(error instanceof AuthError || error instanceof ConfigError)) latest = undefined
    })
    return login
  }
  const fresh = async (): Promise<Login> => {
    const login = await logIn(context)
    await keep(cache, key, context.config, login)
    // New and over already: the clocks differ, and only the services' own word, a 401, shows when it ends.
    const {renewal, ...lasting} = login
    return isDue(renewal?.at) ? lasting : login
  }
  const logins: Logins = {
    async current() {
      const pending = latest ?? begin(async () => kept(cache, key, context) ?? (await fresh()))
      const login = await pending
      if (!isDue(login.renewal?.at)) return login
      return await (latest === pending ? begin(() => sooner(login, fresh)) : logins.current())
    },
    async renewed(refused) {
      const pending = latest
      if (pending && (await pending) !== refused) return await pending
      if (latest !== pending) return await logins.current()
      cache.drop('token', key)
      return await begin(fresh)
    },
    async another() {
      const login = await logIn(context)
      if (cache.get('token', key) === undefined) await keep(cache, key, context.config, login, false)
      return login
    },
  }
  return logins
}

const isDue = (at: number | undefined): boolean => at !== undefined && Date.now() >= at

/** A token that is about to end is good until then, should there be no other (a passcode that works only once). */
async function sooner(login: Login, fresh: () => Promise<Login>): Promise<Login> {
  try {
    return await fresh()
  } catch (error) {
    if (!isFailure(error) || !login.renewal || isDue(login.renewal.end)) throw error
    return {...login, renewal: {...login.renewal, at: login.renewal.end}}
  }
}

/** Without its token an entry is not a log-in, but still has roles, catalog and expiry. */
async function keep(cache: Cache, key: CacheKey, config: CloudConfig, login: Login, withToken = true): Promise<void> {
  const {access, headers, authUrl, endpoint, renewal} = login
  if (renewal?.at === undefined) return
  const {at, end, answer} = renewal
  const label = {
    cloud: config.name ?? hostOf(authUrl),
    scope: `${access.userName ?? access.userId ?? '?'}, ${scopeText(access)}`,
  }
  const own = withToken ? {token: access.token, headers: {...headers}} : {}
  await cache.put('token', key, label, {...own, authUrl, endpoint, at, end, answer}, at)
}

const hostOf = (url: string | undefined): string => (url === undefined ? '' : new URL(url).host)

function kept(cache: Cache, key: CacheKey, {trace}: AuthContext): Login | undefined {
  const {token, headers, authUrl, endpoint, at, end, answer} = cache.get('token', key) ?? {}
  if (typeof token !== 'string' || typeof at !== 'number' || typeof end !== 'number' || !isObject(answer))
    return undefined
  const login = {
    access: readAccess(token, answer),
    headers: texts(asObject(headers)),
    authUrl: asText(authUrl),
    endpoint: asText(endpoint),
    renewal: {at, end, answer},
  }
  trace.secret(token)
  const bearer = login.headers.authorization?.replace(/^\w+ /, '')
  if (bearer !== undefined) trace.secret(bearer)
  return login
}

const texts = (headers: JsonObject): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
