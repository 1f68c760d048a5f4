import {isSecretKey} from '#cloud/config/secret-keys'
import type {CloudConfig} from '#cloud/config/types'
import {isObject, type Json, type JsonObject} from '#json'

/** The order in which people expect the options of an entry; others follow. */
const FIRST = ['auth_url', 'username', 'user_id', 'password', 'project_name', 'project_id']

/** What an entry of clouds.yaml must hold for the cloud that options and variables describe. */
export function entryFor(config: CloudConfig): JsonObject {
  const {auth, authType, sources, settings, region, interface: kind, verify, cacert, cert, key} = config
  const isSet = (name: string) => sources[name] !== undefined && sources[name].kind !== 'default'
  const fields: [string, Json | undefined][] = [
    ['region_name', region],
    ['interface', isSet('interface') ? kind : undefined],
    ['verify', isSet('verify') ? verify : undefined],
    ['cacert', cacert],
    ['cert', cert],
    ['key', key],
    ...Object.entries(settings).filter(([name]) => isSet(name)),
  ]
  return {
    ...(authType === 'password' ? {} : {auth_type: authType}),
    auth: Object.fromEntries(Object.entries(auth).sort(([a], [b]) => place(a) - place(b))),
    ...Object.fromEntries(fields.filter(([, value]) => value !== undefined)),
  }
}

const place = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length)

/** The entry without its secrets, and the secrets alone, as clouds.yaml and secure.yaml hold them. */
export function separate(entry: JsonObject): {open: JsonObject; secret: JsonObject} {
  const open: Record<string, Json | undefined> = {}
  const secret: Record<string, Json | undefined> = {}
  for (const [name, value] of Object.entries(entry)) {
    if (isObject(value)) {
      const inner = separate(value)
      open[name] = inner.open
      if (Object.keys(inner.secret).length > 0) secret[name] = inner.secret
    } else if (isSecretKey(name)) secret[name] = value
    else open[name] = value
  }
  return {open, secret}
}
