import {asText, type Columns, defineResource, fields, type Row, redactText} from '@osc-cli/core'
import {duration} from '#duration'
import {cut, listColumns} from '#mistral-list'

// https://docs.openstack.org/mistral/latest/user/rest_api_v2.html#executions
export const WorkflowExecution = defineResource({
  noun: 'workflow execution',
  service: 'workflow',
  path: '/executions',
  collection: 'executions',
  by: 'id',
  stateKey: 'state',
  updateMethod: 'PUT',
})

/** `state_info` without the credentials that Mistral puts into it. */
export function stateInfo({state_info: info}: Row): string | null {
  const text = asText(info)
  return text === undefined ? null : redactText(text)
}

/** Whether an execution has ended for good. */
const hasEnded = ({state}: Row): boolean => state === 'ERROR' || state === 'SUCCESS'

/** What `show` prints; `now` in milliseconds, for durations. */
export const executionFields = (now: number): Columns =>
  fields({
    ID: 'id',
    'Workflow ID': 'workflow_id',
    'Workflow name': 'workflow_name',
    'Workflow namespace': 'workflow_namespace',
    Description: 'description',
    'Task Execution ID': ({task_execution_id: id}) => id || '<none>',
    'Root Execution ID': ({root_execution_id: id}) => id || '<none>',
    State: 'state',
    'State info': stateInfo,
    'Created at': 'created_at',
    'Updated at': ({updated_at: updated}) => updated || '<none>',
    Duration: (row) => duration(row.created_at, hasEnded(row) ? row.updated_at : null, now),
  })

export const executionColumns = (now: number): Columns =>
  listColumns({...executionFields(now), 'State info': (row) => cut(stateInfo(row))})

/** The keys that a list asks for. */
export const executionKeys = [
  'id',
  'workflow_id',
  'workflow_name',
  'workflow_namespace',
  'description',
  'task_execution_id',
  'root_execution_id',
  'state',
  'state_info',
  'created_at',
  'updated_at',
]
