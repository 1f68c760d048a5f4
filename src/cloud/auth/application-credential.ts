import {identityUser} from '#cloud/auth/identity-user'
import {missing, needed, param} from '#cloud/auth/params'
import type {LogIn, MakeFactor} from '#cloud/auth/types'
import {logInV3} from '#cloud/auth/v3'

/** `v3applicationcredential`. The credential belongs to a project, and Keystone refuses any other scope beside it. */
export const logIn: LogIn = async (context) => await logInV3(context, [await factor(context)], undefined)

/** Method `application_credential`: by ID, or by name together with its user. */
export const factor: MakeFactor = async ({config}) => {
  const secret = needed(config, 'application_credential_secret')
  const id = param(config, 'application_credential_id')
  if (id !== undefined) return {method: 'application_credential', data: {id, secret}}
  const name = param(config, 'application_credential_name')
  if (name === undefined) {
    throw missing(config, 'a credential', ['application_credential_id', 'application_credential_name'])
  }
  return {method: 'application_credential', data: {name, secret, user: identityUser(config)}}
}
