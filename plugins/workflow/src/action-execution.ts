import {defineResource, fields} from '@osc-cli/core'
import {stateInfo} from '#execution'
import {listColumns} from '#mistral-list'

// https://docs.openstack.org/mistral/latest/user/rest_api_v2.html#action-executions
export const ActionExecution = defineResource({
  noun: 'action execution',
  service: 'workflow',
  path: '/action_executions',
  collection: 'action_executions',
  by: 'id',
  stateKey: 'state',
  updateMethod: 'PUT',
})

/** The action executions of one task execution. */
export const ActionOfTask = defineResource({...ActionExecution, path: '/tasks/{task}/action_executions'})

export const actionExecutionFields = fields({
  ID: 'id',
  Name: 'name',
  'Workflow name': 'workflow_name',
  'Workflow namespace': 'workflow_namespace',
  'Task name': 'task_name',
  'Task ID': 'task_execution_id',
  State: 'state',
  'State info': stateInfo,
  Accepted: 'accepted',
  'Created at': 'created_at',
  'Updated at': ({updated_at: updated}) => updated || '<none>',
})

const {'State info': _, ...listed} = actionExecutionFields

export const actionExecutionColumns = listColumns(listed)
