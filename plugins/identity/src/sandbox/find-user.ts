import {asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import {expecting, unauthorized} from '#sandbox/failures'
import {idOf, type Keystone} from '#sandbox/keystone'
import {findDomain} from '#sandbox/scope'
import {isLiveUser} from '#sandbox/token'

/** The user to authenticate, by ID, or by name and domain; 401 if missing or disabled. */
export function findUser(keystone: Keystone, user: Json | undefined, method: string): JsonObject {
  if (!isObject(user)) throw expecting('user', method)
  const {id, name, domain} = user
  if (asText(id) === undefined && asText(name) === undefined) throw expecting('id or name', 'user')
  const {users} = keystone.records
  const found = asText(name) === undefined ? users.get(String(id)) : byName(keystone, String(name), domain)
  if (!found || !isLiveUser(keystone, idOf(found))) throw unauthorized()
  return found
}

function byName(keystone: Keystone, name: string, domain: Json | undefined): JsonObject | undefined {
  if (!isObject(domain)) throw expecting('domain', 'user')
  return keystone.records.users.find({name, domain_id: asText(findDomain(keystone, domain).id)})[0]
}
