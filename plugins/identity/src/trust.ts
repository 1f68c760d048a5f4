import {type Columns, defineResource, Flags, fields} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/identity/v3-ext/#os-trust-api
export const Trust = defineResource({
  noun: 'trust',
  service: 'identity',
  path: '/OS-TRUST/trusts',
  member: 'trust',
  collection: 'trusts',
  by: 'id',
})

export const trustColumns: Columns = fields({
  ID: 'id',
  'Expires At': 'expires_at',
  Impersonation: 'impersonation',
  'Project ID': 'project_id',
  'Trustee User ID': 'trustee_user_id',
  'Trustor User ID': 'trustor_user_id',
})

export const trustFields: Columns = fields({
  expires_at: 'expires_at',
  id: 'id',
  is_impersonation: 'impersonation',
  project_id: 'project_id',
  redelegated_trust_id: 'redelegated_trust_id',
  redelegation_count: 'redelegation_count',
  remaining_uses: 'remaining_uses',
  roles: 'roles',
  trustee_user_id: 'trustee_user_id',
  trustor_user_id: 'trustor_user_id',
})

const domainOf = (whose: string) =>
  Flags.string({description: `Domain of the ${whose} (name or ID)`, helpValue: 'DOMAIN'})

export const trustDomains = {'trustor-domain': domainOf('trustor'), 'trustee-domain': domainOf('trustee')}
