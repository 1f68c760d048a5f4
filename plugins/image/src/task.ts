import {Cells, defineResource, fields, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/image/v2/#tasks
export const Task = defineResource({
  noun: 'image task',
  service: 'image',
  path: '/tasks',
  collection: 'tasks',
  by: 'id',
})

export const taskFields = fields({
  created_at: 'created_at',
  expires_at: 'expires_at',
  id: 'id',
  input: 'input',
  message: 'message',
  owner_id: 'owner',
  // What openstacksdk does not know; it knows everything.
  properties: () => Cells.dict({}),
  result: 'result',
  status: 'status',
  type: 'type',
  updated_at: 'updated_at',
})

export const taskColumns = pick(taskFields, {ID: 'id', Type: 'type', Status: 'status', Owner: 'owner_id'})
