import {type Columns, defineResource, fields, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#address-scopes
export const AddressScope = defineResource({
  noun: 'address scope',
  service: 'network',
  path: '/address-scopes',
  member: 'address_scope',
  collection: 'address_scopes',
  updateMethod: 'PUT',
})

export const addressScopeFields = fields({
  id: 'id',
  ip_version: 'ip_version',
  name: 'name',
  project_id: 'project_id',
  shared: 'shared',
})

export const addressScopeColumns: Columns = pick(addressScopeFields, {
  ID: 'id',
  Name: 'name',
  'IP Version': 'ip_version',
  Shared: 'shared',
  Project: 'project_id',
})
