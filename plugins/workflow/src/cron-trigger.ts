import {defineResource, fields} from '@osc-cli/core'
import {listColumns} from '#mistral-list'
import {triggerParams} from '#trigger'

// https://docs.openstack.org/mistral/latest/user/rest_api_v2.html#cron-triggers
export const CronTrigger = defineResource({
  noun: 'cron trigger',
  service: 'workflow',
  path: '/cron_triggers',
  collection: 'cron_triggers',
  by: 'path',
})

export const cronTriggerFields = fields({
  Name: 'name',
  Workflow: 'workflow_name',
  Params: triggerParams,
  Pattern: 'pattern',
  'Next execution time': 'next_execution_time',
  'Remaining executions': 'remaining_executions',
  'Created at': 'created_at',
  'Updated at': 'updated_at',
})

export const cronTriggerColumns = listColumns(cronTriggerFields)

/** The keys that a list asks for. */
export const cronTriggerKeys = [
  'name',
  'workflow_name',
  'workflow_params',
  'pattern',
  'next_execution_time',
  'remaining_executions',
  'created_at',
  'updated_at',
]
