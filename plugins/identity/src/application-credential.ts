import {
  type Api,
  asArray,
  asObject,
  asText,
  type Columns,
  defineResource,
  Formatted,
  fields,
  idIn,
  type Json,
  type Resource,
  type Session,
} from '@osc-cli/core'
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

const names = (roles: Json | undefined): string =>
  asArray(roles)
    .map((role) => asText(asObject(role).name) ?? '')
    .sort()
    .join(', ')

export const applicationCredentialColumns: Columns = {
  ...fields({ID: 'id', Name: 'name', Description: 'description', 'Project ID': 'project_id'}),
  Roles: ({roles}) => new Formatted(roles ?? null, () => names(roles)),
  ...fields({Unrestricted: 'unrestricted', 'Access Rules': 'access_rules', 'Expires At': 'expires_at'}),
}

/** The secret is only returned on creation. */
export const newApplicationCredentialColumns: Columns = {
  ...applicationCredentialColumns,
  ...fields({Secret: 'secret'}),
}

export const accessRuleFields: Columns = fields({ID: 'id', Method: 'method', Path: 'path', Service: 'service'})

/** The ID of the given user, or of the caller. */
export async function userOrSelf(api: Api, session: Session, user?: string, domain?: string): Promise<string> {
  return (await idIn(api, User, user, domain)) ?? (await session.access()).userId ?? ''
}
