import {asObject, asText} from '@osc-cli/core'
import {unauthorized} from '#sandbox/failures'
import {findUser} from '#sandbox/find-user'
import {idOf} from '#sandbox/keystone'
import {isSecret} from '#sandbox/passwords'
import type {Method} from '#sandbox/sign-in'

export const proofByPassword: Method = (keystone, payload) => {
  const user = findUser(keystone, payload.user, 'password')
  const password = asText(asObject(payload.user).password)
  if (password === undefined || !isSecret(keystone.records.passwords, idOf(user), password)) throw unauthorized()
  return {userId: idOf(user)}
}
