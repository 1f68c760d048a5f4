import {scopeText} from '#cloud/auth/access'
import {age} from '#context/age'
import {type Context, type Known, rolesOf} from '#context/context'
import {offeredTypes} from '#context/offers'

/** One thing that is known, for `osc context show`. */
export type Fact = Record<'fact' | 'value' | 'age' | 'source', string>

/** All that is known of the selected cloud, with where it comes from and how old it is; `unknown` is said as such. */
export function contextRows(context: Context): Fact[] {
  const {now, config, access, microversions, extensions, names} = context
  const row = (fact: string, value: string | undefined, known?: Known<unknown>): Fact => ({
    fact,
    value: value ?? 'unknown',
    age: known ? age(known.at, now) : '',
    source: known?.source ?? '',
  })
  const configured = (fact: string, value: string | undefined, key: string): Fact => ({
    ...row(fact, value ?? 'none'),
    source: config?.sources[key]?.name ?? '',
  })
  const each = <T>(what: string, all: Readonly<Record<string, Known<T>>>, text: (value: T) => string): Fact[] =>
    Object.entries(all)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, known]) => row(`${what} ${key}`, text(known.value), known))
  const user = access?.value.userName ?? access?.value.userId
  return [
    configured('cloud', config?.name, 'auth.auth_url'),
    configured('region', config?.region, 'region_name'),
    row('user', user, access),
    row('scope', access && scopeText(access.value), access),
    row('roles', rolesOf(context)?.join(', '), access),
    row('token expires', access && (access.value.expiresAt ?? 'never'), access),
    row('services', offeredTypes(context)?.join(', '), access && {...access, source: 'catalog'}),
    ...each('microversions', microversions, ({lowest, highest}) => `${lowest} to ${highest}`),
    ...each('extensions', extensions, (aliases) => aliases.toSorted().join(', ')),
    ...each('names', names, (things) => `${things.length}`),
  ]
}
