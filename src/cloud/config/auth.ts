import {authTypeOf} from '#cloud/config/auth-types'
import {textOf} from '#cloud/config/checked'
import type {AuthEntry, Layer} from '#cloud/config/layer'
import {isList, type Located, scalarText} from '#cloud/config/located'
import type {Source} from '#cloud/config/types'

type Auth = Map<string, AuthEntry>

/** The authentication type and its options, and the settings without them. */
export interface ResolvedAuth {
  authType: string
  authTypeSource: Source
  auth: Map<string, Located>
  settings: Map<string, Located>
}

/** What osc-lib and openstacksdk make of the options of authentication before they log in. */
export function resolveAuth(layer: Layer): ResolvedAuth {
  const auth: Auth = new Map([...layer.auth].flatMap(([name, entry]) => cleaned(name, entry)))
  const settings = new Map(layer.settings)
  const {authType, authTypeSource} = typeOf(settings.get('auth_type'), auth)
  spreadDomains(auth)
  moveStrangers(auth, settings, authType)
  if (auth.size > 0 && TAKES_DEFAULT_DOMAIN.has(authType)) addDefaultDomains(auth, settings.get('default_domain'))
  settings.delete('auth_type')
  return {authType, authTypeSource, auth, settings}
}

/** Without what is empty; what an option needs as text is text. */
function cleaned(name: string, entry: AuthEntry): [string, AuthEntry][] {
  if (name === 'auth_methods') {
    const methods = isList(entry.value)
      ? entry.value
      : (scalarText(entry.value) ?? '').split(',').map((value) => ({...entry, value}))
    return [[name, {...entry, value: methods}]]
  }
  const value = textOf(entry, `auth.${name}`)
  return value === undefined ? [] : [[name, {...entry, value}]]
}

const ASSUMED: Source = {kind: 'default', name: 'default'}

function typeOf(given: Located | undefined, auth: Auth): Pick<ResolvedAuth, 'authType' | 'authTypeSource'> {
  const named = textOf(given, 'auth_type')
  if (given && named !== undefined) return {authType: TYPE_ALIASES.get(named) ?? named, authTypeSource: given.source}
  const user = auth.has('username') || auth.has('user_id') || auth.has('password')
  const bare = auth.has('token') && (auth.has('endpoint') ? 'admin_token' : !user && 'token')
  return {authType: bare || 'password', authTypeSource: ASSUMED}
}

const TYPE_ALIASES = new Map([
  ['None', 'none'],
  ['token_endpoint', 'admin_token'],
])

/** In a project, `domain_id` and `domain_name` are those of user and project where these have none of their own. */
function spreadDomains(auth: Auth): void {
  if (!auth.has('project_id') && !auth.has('project_name')) return
  for (const kind of ['id', 'name']) {
    const domain = auth.get(`domain_${kind}`)
    if (!domain) continue
    for (const owner of ['user', 'project']) {
      const key = `${owner}_domain_${kind}`
      if (!auth.has(key)) auth.set(key, domain)
    }
    auth.delete(`domain_${kind}`)
  }
}

const ALWAYS_AUTH = /^(?:(?:user_|project_)?domain_(?:id|name)|project_(?:id|name)|token|passcode)$/

/** Options beside `auth` that the type does not take are settings: `endpoint`, `roles` or `user` may mean other things. */
function moveStrangers(auth: Auth, settings: Map<string, Located>, authType: string): void {
  const taken = optionsOf(authType, auth)
  if (!taken) return
  for (const [name, entry] of [...auth]) {
    if (!entry.loose || ALWAYS_AUTH.test(name) || taken.includes(name)) continue
    auth.delete(name)
    settings.set(name, entry)
  }
}

function optionsOf(authType: string, auth: Auth): string[] | undefined {
  const type = authTypeOf(authType)
  if (authType !== 'v3multifactor') return type && [...type.options]
  const methods = auth.get('auth_methods')?.value
  const types = isList(methods) ? methods.map(({value}) => authTypeOf(String(value))) : []
  return [type, ...types].flatMap((each) => each?.options ?? [])
}

const TAKES_DEFAULT_DOMAIN = new Set(['password', 'v3password', 'v3totp'])

/**
 * osc-lib does this only where identity_api_version is 3. osc speaks no other version, so it does it always, and names
 * without a domain work as `openstack` documents it.
 */
function addDefaultDomains(auth: Auth, domain: Located | undefined): void {
  const value = textOf(domain, 'default_domain')
  if (!domain || value === undefined || auth.has('default_domain_id') || auth.has('default_domain_name')) return
  for (const owner of ['user', 'project']) {
    if (auth.has(`${owner}_domain_id`) || auth.has(`${owner}_domain_name`)) continue
    auth.set(`${owner}_domain_id`, {...domain, value, loose: false})
  }
}
