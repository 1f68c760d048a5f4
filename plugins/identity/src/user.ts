import {type Columns, defineResource} from '@osc-cli/core'
import {pathOf} from '#path'

// https://docs.openstack.org/api-ref/identity/v3/#users
export const User = defineResource({
  noun: 'user',
  service: 'identity',
  path: '/users',
  member: 'user',
  collection: 'users',
  caseless: true,
})

export const userColumns: Columns = {ID: 'id', Name: 'name'}

export const longUserColumns: Columns = {
  ...userColumns,
  Project: 'default_project_id',
  Domain: 'domain_id',
  Description: 'description',
  Email: 'email',
  Enabled: 'enabled',
}

/** The members of a group. */
export const usersOf = (groupId: string) => ({...User, path: pathOf('groups', groupId, 'users')})
