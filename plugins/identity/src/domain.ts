import {type Columns, fields, Known} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/identity/v3/#domains
export const Domain = Known.Domain

export const domainColumns: Columns = fields({ID: 'id', Name: 'name', Enabled: 'enabled', Description: 'description'})

export const domainFields: Columns = fields({
  id: 'id',
  name: 'name',
  enabled: 'enabled',
  description: 'description',
  options: 'options',
})
