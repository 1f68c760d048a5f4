import {type Columns, defineResource} from '@osc-cli/core'

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
