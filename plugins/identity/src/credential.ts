import {type Columns, defineResource, fields} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/identity/v3/#credentials
export const Credential = defineResource({
  noun: 'credential',
  service: 'identity',
  path: '/credentials',
  member: 'credential',
  collection: 'credentials',
  by: 'id',
})

export const credentialColumns: Columns = fields({
  ID: 'id',
  Type: 'type',
  'User ID': 'user_id',
  Data: 'blob',
  'Project ID': 'project_id',
})

export const credentialFields: Columns = fields({
  blob: 'blob',
  id: 'id',
  project_id: 'project_id',
  type: 'type',
  user_id: 'user_id',
})
