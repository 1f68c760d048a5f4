import {type Columns, fields, Known} from '@osc-cli/core'
import {pathOf} from '#path'

// https://docs.openstack.org/api-ref/identity/v3/#users
export const User = Known.User

export const userColumns: Columns = {ID: 'id', Name: 'name'}

export const longUserColumns: Columns = fields({
  ID: 'id',
  Name: 'name',
  Project: 'default_project_id',
  Domain: 'domain_id',
  Description: 'description',
  Email: 'email',
  Enabled: 'enabled',
})

export const userFields: Columns = fields({
  default_project_id: 'default_project_id',
  domain_id: 'domain_id',
  email: 'email',
  enabled: 'enabled',
  id: 'id',
  name: 'name',
  description: 'description',
  password_expires_at: 'password_expires_at',
  options: 'options',
})

/** The members of a group. */
export const usersOf = (groupId: string) => ({...User, path: pathOf('groups', groupId, 'users')})
