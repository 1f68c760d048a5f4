import type {CacheKey} from '#cloud/cache/key'
import type {CloudConfig} from '#cloud/config/types'

/** Parameters that work only once: whoever has a token needs no other passcode. */
const ONE_TIME = ['passcode', 'code']

/** All that decides which token one gets, secrets included, so that with another password nobody finds this one's token. */
export function tokenKey({name, authType, auth, settings}: CloudConfig): CacheKey {
  const lasting = Object.entries(auth).filter(([parameter]) => !ONE_TIME.includes(parameter))
  const {default_domain, default_domain_id, default_domain_name} = settings
  return {name, authType, ...{default_domain, default_domain_id, default_domain_name}, auth: lasting.toSorted(byName)}
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0)
