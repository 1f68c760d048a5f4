import {type Columns, defineResource, fields} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/identity/v3/#roles
export const Role = defineResource({
  noun: 'role',
  service: 'identity',
  path: '/roles',
  member: 'role',
  collection: 'roles',
  caseless: true,
})

export const roleColumns: Columns = {ID: 'id', Name: 'name'}

export const roleFields: Columns = fields({id: 'id', name: 'name', domain_id: 'domain_id', description: 'description'})
