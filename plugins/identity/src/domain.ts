import {type Columns, defineResource} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/identity/v3/#domains
export const Domain = defineResource({
  noun: 'domain',
  service: 'identity',
  path: '/domains',
  member: 'domain',
  collection: 'domains',
  // `default` is the ID of the domain that is named `Default`.
  by: 'id-then-name',
  caseless: true,
})

export const domainColumns: Columns = {ID: 'id', Name: 'name', Enabled: 'enabled', Description: 'description'}
