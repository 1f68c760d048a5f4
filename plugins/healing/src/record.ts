import {type Columns, type JsonObject, pick} from '@osc-cli/core'
import {expiryOf, type Healing, stateOf} from '#healing'

/** A healing as it is printed; `now` in milliseconds. */
export const healingRow = (healing: Healing, now: number): JsonObject => ({
  stack: healing.stack,
  state: stateOf(healing),
  event: healing.event ?? null,
  workflow: healing.workflow ?? null,
  queue: healing.name,
  subscription: healing.subscription?.id ?? null,
  expires: expiryOf(healing, now),
  alarm: healing.alarm?.alarm_id ?? null,
})

export const healingFields: Columns = {
  Stack: 'stack',
  State: 'state',
  Event: 'event',
  Workflow: 'workflow',
  Queue: 'queue',
  'Subscription ID': 'subscription',
  'Expires at': 'expires',
  'Alarm ID': 'alarm',
}

export const healingColumns: Columns = {
  ...pick(healingFields, {
    Stack: 'Stack',
    State: 'State',
    Event: 'Event',
    Workflow: 'Workflow',
    'Expires at': 'Expires at',
  }),
  'Last run': 'started',
  Result: 'result',
}
