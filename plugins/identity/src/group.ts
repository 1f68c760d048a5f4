import {type Columns, defineResource, fields} from '@osc-cli/core'
import {pathOf} from '#path'

// https://docs.openstack.org/api-ref/identity/v3/#groups
export const Group = defineResource({
  noun: 'group',
  service: 'identity',
  path: '/groups',
  member: 'group',
  collection: 'groups',
  caseless: true,
})

export const groupColumns: Columns = {ID: 'id', Name: 'name'}

export const longGroupColumns: Columns = fields({
  ID: 'id',
  Name: 'name',
  'Domain ID': 'domain_id',
  Description: 'description',
})

export const groupFields: Columns = fields({description: 'description', domain_id: 'domain_id', id: 'id', name: 'name'})

/** The groups of a user. */
export const groupsOf = (userId: string) => ({...Group, path: pathOf('users', userId, 'groups')})

export const membershipPath = (groupId: string, userId: string): string => pathOf('groups', groupId, 'users', userId)
