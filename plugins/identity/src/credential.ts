import {type Columns, defineResource} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/identity/v3/#credentials
export const Credential = defineResource({
  noun: 'credential',
  service: 'identity',
  path: '/credentials',
  member: 'credential',
  collection: 'credentials',
  by: 'id',
})

export const credentialColumns: Columns = {
  ID: 'id',
  Type: 'type',
  'User ID': 'user_id',
  Data: 'blob',
  'Project ID': 'project_id',
}
