import {section, textOf} from '#cloud/config/checked'
import {type Located, type LocatedMap, mapFromJson} from '#cloud/config/located'
import {readFirst} from '#cloud/config/read-file'
import {similar} from '#cloud/config/similar'
import type {ConfigInput} from '#cloud/config/types'
import {ConfigError} from '#errors'
import {asText} from '#json'

/**
 * What the entry's `profile` (in old files `cloud`) stands for: an entry of clouds-public.yaml, else a public cloud
 * that is known here. An unknown one is warned of and passed over, as in openstacksdk; in the environment OS_PROFILE may be
 * something else, a key for tracing, so there it is nothing to warn of. ConfigError for one that is published on the web.
 */
export async function profileOf(
  entry: LocatedMap,
  path: string,
  input: ConfigInput,
  warn: (line: string) => void,
): Promise<LocatedMap | undefined> {
  const key = entry.has('profile') ? 'profile' : 'cloud'
  const located = entry.get(key)
  const name = textOf(located, `${path}.${key}`)
  if (!located || name === undefined) return undefined
  const file = await readFirst('clouds-public', input, warn)
  const own = section(file?.content ?? new Map(), 'public-clouds')
  if (own.has(name)) return section(own, name, `public-clouds.${name}`)
  const {VENDOR_PROFILES} = await import('#cloud/config/vendor-profiles')
  const vendor = Object.hasOwn(VENDOR_PROFILES, name) ? VENDOR_PROFILES[name] : undefined
  const address = asText(vendor?.profile) ?? name
  if (address.includes('://')) throw remote(name, address, located, path)
  if (vendor) return mapFromJson(vendor, {kind: 'profile', name: `vendor profile ${name}`})
  if (located.source.kind !== 'environment')
    warn(unknown(name, located, path, [...own.keys(), ...Object.keys(VENDOR_PROFILES)]))
  return undefined
}

function remote(name: string, address: string, {source}: Located, path: string): ConfigError {
  return new ConfigError(
    `${source.name}: ${path}: profile ${name} is published on the web; osc does not read such profiles.`,
    {
      hint: `Copy what ${address.replace(/(:\/\/[^/]*).*/, '$1')}/.well-known/openstack/api has under "profile" into the entry.`,
    },
  )
}

function unknown(name: string, {source}: Located, path: string, known: readonly string[]): string {
  const near = similar(name, known)
  const fix =
    near.length > 0
      ? `Did you mean ${near.join(' or ')}?`
      : 'Profiles are the entries of "public-clouds" in clouds-public.yaml, and the public clouds that osc knows.'
  return `${source.name}: ${path}: profile "${name}" does not exist; the entry is read without it. ${fix}`
}
