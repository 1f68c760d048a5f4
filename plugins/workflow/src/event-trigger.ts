import {defineResource, fields} from '@osc-cli/core'
import {listColumns} from '#mistral-list'
import {triggerParams} from '#trigger'

// https://docs.openstack.org/mistral/latest/user/rest_api_v2.html#event-triggers
export const EventTrigger = defineResource({
  noun: 'event trigger',
  service: 'workflow',
  path: '/event_triggers',
  collection: 'event_triggers',
  by: 'id',
})

export const eventTriggerFields = fields({
  ID: 'id',
  Name: 'name',
  'Workflow ID': 'workflow_id',
  Params: triggerParams,
  Exchange: 'exchange',
  Topic: 'topic',
  Event: 'event',
  'Created at': 'created_at',
  'Updated at': 'updated_at',
})

export const eventTriggerColumns = listColumns(eventTriggerFields)

/** The keys that a list asks for. */
export const eventTriggerKeys = [
  'id',
  'name',
  'workflow_id',
  'workflow_params',
  'exchange',
  'topic',
  'event',
  'created_at',
  'updated_at',
]
