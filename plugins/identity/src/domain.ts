import {type Columns, defineResource, fields} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/identity/v3/#domains
export const Domain = defineResource({
  noun: 'domain',
  service: 'identity',
  path: '/domains',
  member: 'domain',
  collection: 'domains',
  // `default` is the ID of the domain named `Default`.
  by: 'id-then-name',
  caseless: true,
})

export const domainColumns: Columns = fields({ID: 'id', Name: 'name', Enabled: 'enabled', Description: 'description'})

export const domainFields: Columns = fields({
  id: 'id',
  name: 'name',
  enabled: 'enabled',
  description: 'description',
  options: 'options',
})
