import type {CacheKey} from '#cloud/cache/key'
import type {CloudConfig} from '#cloud/config/types'

/** Parameters that work only once: whoever has a token needs no other passcode. */
const ONE_TIME = ['passcode', 'code']

/** Settings that name where requests go, besides the catalog. */
const ENDPOINT = /(?:^|_)endpoint(?:_override)?$/

/**
 * All that decides which token one gets, secrets included, so that nobody finds this one's token with another password. Also
 * where the token goes, so that a clouds.yaml in the current folder cannot send a cached token to a server of its own.
 */
export function tokenKey({name, authType, auth, settings, verify, cacert}: CloudConfig): CacheKey {
  const lasting = Object.entries(auth).filter(([parameter]) => !ONE_TIME.includes(parameter))
  const {default_domain, default_domain_id, default_domain_name} = settings
  const endpoints = Object.entries(settings).filter(([setting]) => ENDPOINT.test(setting))
  return {
    name,
    authType,
    default_domain,
    default_domain_id,
    default_domain_name,
    auth: lasting.toSorted(byName),
    endpoints: endpoints.toSorted(byName),
    verify,
    cacert,
  }
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0)
