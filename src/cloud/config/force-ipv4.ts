import {flagOf} from '#cloud/config/checked'
import {type Located, type LocatedMap, underscored} from '#cloud/config/located'
import type {ConfigInput} from '#cloud/config/types'

/**
 * Whether IPv6 is to be avoided: by the cloud, else by OS_PREFER_IPV6 and OS_FORCE_IPV4, else by the section `client` of
 * clouds.yaml; undefined by default. Not to prefer IPv6 has the same meaning as to force IPv4.
 */
export function forceIpv4(settings: LocatedMap, client: LocatedMap, env: ConfigInput['env']): Located | undefined {
  const common = new Map([...client].map(([key, located]) => [underscored(key), located]))
  const setting = (variable: string, ...keys: string[]): Located | undefined => {
    const value = env[variable]
    if (value) return {value, source: {kind: 'environment', name: variable}}
    return keys.map((key) => common.get(key)).find((located) => located !== undefined)
  }
  const own = forced(settings.get('prefer_ipv6'), settings.get('force_ipv4'))
  return own ?? forced(setting('OS_PREFER_IPV6', 'prefer_ipv6'), setting('OS_FORCE_IPV4', 'force_ipv4', 'broken_ipv6'))
}

function forced(prefer: Located | undefined, force: Located | undefined): Located | undefined {
  if (prefer && !flagOf(prefer)) return {value: true, source: prefer.source}
  return force && {value: flagOf(force), source: force.source}
}
