import {authOptions, optionName} from '#cloud/config/auth-types'
import {mapOf} from '#cloud/config/checked'
import {type Located, type LocatedMap, underscored} from '#cloud/config/located'

/** An authentication option; `loose` when it is next to `auth`, where other settings stand too. */
export interface AuthEntry extends Located {
  loose: boolean
}

/** What one source says, under the names of today: a profile, an entry of clouds.yaml, the environment, the line. */
export interface Layer {
  settings: Map<string, Located>
  auth: Map<string, AuthEntry>
}

/**
 * Sorts an entry as openstacksdk does: dashes become underscores, old names new ones, options of authentication go
 * into `auth`. Within one source the new name beats the old one, and what is beside `auth` what is in it. `path`
 * is the entry's name in messages.
 */
export function toLayer(entry: LocatedMap, path: string): Layer {
  const layer: Layer = {settings: new Map(), auth: new Map()}
  const known = authOptions()
  const auth = entry.get('auth')
  const inside = auth ? renamed(mapOf(auth, `${path}.auth`), optionName) : []
  for (const [name, located] of inside) layer.auth.set(name, {...located, loose: false})
  const nameOf = (name: string) => (known.has(optionName(name)) ? optionName(name) : settingName(name))
  for (const [name, located] of renamed(entry, nameOf)) {
    if (name === 'auth') continue
    if (known.has(name)) layer.auth.set(name, {...located, loose: true})
    else layer.settings.set(name, located)
  }
  return layer
}

/** One on top of the other; an empty value of `over` does not hide one below. */
export function overlaid(base: Layer, over: Layer): Layer {
  const on = <T extends Located>(below: Map<string, T>, above: Map<string, T>) =>
    new Map([...below, ...[...above].filter(([key, {value}]) => value !== null || !below.has(key))])
  return {settings: on(base.settings, over.settings), auth: on(base.auth, over.auth)}
}

/** The entries under their new names; where both names are there the new one is kept, wherever it is. */
function renamed(entry: LocatedMap, nameOf: (name: string) => string): Map<string, Located> {
  const old = [...entry].filter(([key]) => nameOf(underscored(key)) !== underscored(key))
  const now = [...entry].filter(([key]) => nameOf(underscored(key)) === underscored(key))
  return new Map([...old, ...now].map(([key, located]) => [nameOf(underscored(key)), located]))
}

function settingName(name: string): string {
  if (name === 'auth_plugin') return 'auth_type'
  if (name.endsWith('endpoint_type')) return name.replace(/endpoint_type$/, 'interface')
  // There is one timeout for all services; some old clients had one each.
  return name.endsWith('_timeout') ? 'api_timeout' : name
}
