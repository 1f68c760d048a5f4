import {type Columns, defineResource} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/orchestration/v1/#stacks
export const Stack = defineResource({
  noun: 'stack',
  service: 'orchestration',
  path: '/stacks',
  member: 'stack',
  collection: 'stacks',
  nameKey: 'stack_name',
  // GET /stacks/NAME answers with a redirect to /stacks/NAME/ID.
  by: 'path',
})

export const stackColumns = {
  ID: 'id',
  'Stack Name': 'stack_name',
  'Stack Status': 'stack_status',
  'Creation Time': 'creation_time',
  'Updated Time': 'updated_time',
} satisfies Columns
