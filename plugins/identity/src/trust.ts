import {type Columns, defineResource, Flags, type JsonObject} from '@osc-cli/core'
import {withRoleNames} from '#application-credential'

// https://docs.openstack.org/api-ref/identity/v3-ext/#os-trust-api
export const Trust = defineResource({
  noun: 'trust',
  service: 'identity',
  path: '/OS-TRUST/trusts',
  member: 'trust',
  collection: 'trusts',
  by: 'id',
})

export const trustColumns: Columns = {
  ID: 'id',
  'Expires At': 'expires_at',
  Impersonation: 'impersonation',
  'Project ID': 'project_id',
  'Trustee User ID': 'trustee_user_id',
  'Trustor User ID': 'trustor_user_id',
}

/** As OSC shows one: the roles by name on one line. */
export const shownTrust = ({roles_links: _, ...trust}: JsonObject): JsonObject => withRoleNames(trust)

const domainOf = (whose: string) =>
  Flags.string({description: `Domain of the ${whose} (name or ID).`, helpValue: 'DOMAIN'})

export const trustDomains = {'trustor-domain': domainOf('trustor'), 'trustee-domain': domainOf('trustee')}
