import {type Columns, defineResource, fields} from '@osc-cli/core'
import {duration} from '#duration'
import {stateInfo} from '#execution'
import {cut, listColumns} from '#mistral-list'

// https://docs.openstack.org/mistral/latest/user/rest_api_v2.html#tasks
export const TaskExecution = defineResource({
  noun: 'task execution',
  service: 'workflow',
  path: '/tasks',
  collection: 'tasks',
  by: 'id',
  stateKey: 'state',
  updateMethod: 'PUT',
})

/** The tasks of one workflow execution. */
export const TaskOfExecution = defineResource({...TaskExecution, path: '/executions/{execution}/tasks'})

/** What `show` prints; `now` in milliseconds, for durations. */
export const taskFields = (now: number): Columns =>
  fields({
    ID: 'id',
    Name: 'name',
    'Workflow name': 'workflow_name',
    'Workflow namespace': 'workflow_namespace',
    'Workflow Execution ID': 'workflow_execution_id',
    State: 'state',
    'State info': stateInfo,
    'Created at': 'created_at',
    'Started at': ({started_at: started}) => started || '<none>',
    'Finished at': ({finished_at: finished}) => finished || '<none>',
    Duration: ({started_at: from, finished_at: to}) => duration(from, to, now),
  })

export const taskColumns = (now: number): Columns =>
  listColumns({...taskFields(now), 'State info': (row) => cut(stateInfo(row))})

/** The keys that a list asks for. */
export const taskKeys = [
  'id',
  'name',
  'workflow_name',
  'workflow_namespace',
  'workflow_execution_id',
  'state',
  'state_info',
  'created_at',
  'started_at',
  'finished_at',
]
