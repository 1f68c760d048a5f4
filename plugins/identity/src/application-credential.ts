import {
  type Api,
  asArray,
  asObject,
  asText,
  type Columns,
  defineResource,
  type JsonObject,
  type Resource,
  type Session,
} from '@osc-cli/core'
import {idIn} from '#id-in'
import {pathOf} from '#path'
import {User} from '#user'

// https://docs.openstack.org/api-ref/identity/v3/#application-credentials
/** The application credentials of one user. */
export const applicationCredentialsOf = (userId: string): Resource =>
  defineResource({
    noun: 'application credential',
    service: 'identity',
    path: `${pathOf('users', userId)}/application_credentials`,
    member: 'application_credential',
    collection: 'application_credentials',
    caseless: true,
  })

/** The access rules of one user's application credentials. */
export const accessRulesOf = (userId: string): Resource =>
  defineResource({
    noun: 'access rule',
    service: 'identity',
    path: `${pathOf('users', userId)}/access_rules`,
    member: 'access_rule',
    collection: 'access_rules',
    by: 'id',
  })

export const applicationCredentialColumns: Columns = {
  ID: 'id',
  Name: 'name',
  'Project ID': 'project_id',
  Description: 'description',
  'Expires At': 'expires_at',
}

/** As OSC shows one: the roles by name on one line. */
export const withRoleNames = (record: JsonObject): JsonObject => ({
  ...record,
  roles: asArray(record.roles)
    .map((role) => asText(asObject(role).name) ?? '')
    .join(' '),
})

/** The ID of the user that is named, or of the caller. */
export async function userOrSelf(api: Api, session: Session, user?: string, domain?: string): Promise<string> {
  return (await idIn(api, User, user, domain)) ?? (await session.access()).userId ?? ''
}
