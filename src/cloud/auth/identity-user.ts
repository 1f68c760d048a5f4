import {missing, param, strongest} from '#cloud/auth/params'
import {domainOf} from '#cloud/auth/scope'
import type {CloudConfig} from '#cloud/config/types'
import type {JsonObject} from '#json'

/** The `user` of an authentication method: by ID, or by name within a domain. */
export function identityUser(config: CloudConfig): JsonObject {
  const by = strongest(config, ['user_id', 'username'])
  if (by === undefined) throw missing(config, 'a user', ['username', 'user_id'])
  return by === 'user_id' ? {id: param(config, by)} : {name: param(config, by), domain: domainOf(config, 'user')}
}
