import {asText, type JsonObject} from '@osc-cli/core'
import {expecting, missing, unauthorized} from '#sandbox/failures'
import {findUser} from '#sandbox/find-user'
import {idOf, type Keystone} from '#sandbox/keystone'
import {isSecret} from '#sandbox/passwords'
import type {Method} from '#sandbox/sign-in'

export const proofByApplicationCredential: Method = (keystone, payload) => {
  const credential = find(keystone, payload)
  const expires = asText(credential.expires_at)
  const expiresAt = expires === undefined ? undefined : Date.parse(`${expires.replace(/Z?$/, '')}Z`)
  if (expiresAt !== undefined && expiresAt <= keystone.cloud.now().getTime()) throw unauthorized()
  const user = findUser(keystone, {id: asText(credential.user_id)}, 'application_credential')
  if (!isSecret(keystone.records.secrets, idOf(credential), asText(payload.secret) ?? '')) throw unauthorized()
  return {
    userId: idOf(user),
    projectId: String(credential.project_id),
    credentialId: idOf(credential),
    expiresAt,
  }
}

/** By ID for any user in the body; by name among those of the user. */
function find(keystone: Keystone, {id, name, user}: JsonObject): JsonObject {
  const credentials = keystone.records.application_credentials
  if (asText(id) !== undefined) {
    const found = credentials.get(String(id))
    if (!found) throw missing('application_credentials', String(id))
    return found
  }
  if (asText(name) === undefined) throw expecting('name or ID', 'application credential')
  const owner = findUser(keystone, user, 'application credential')
  const [found] = credentials.find({name: asText(name), user_id: idOf(owner)})
  if (!found) throw unauthorized()
  return found
}
