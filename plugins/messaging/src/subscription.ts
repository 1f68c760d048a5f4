import {type Columns, defineResource, pathSegment, pick} from '@osc-cli/core'
import {queuePath} from '#zaqar'

export const Subscription = defineResource({
  noun: 'messaging subscription',
  service: 'message',
  path: '/queues/{queue}/subscriptions',
  collection: 'subscriptions',
  by: 'id',
})

export const subscriptionColumns: Columns = {
  ID: 'id',
  Subscriber: 'subscriber',
  TTL: 'ttl',
  Age: 'age',
  Confirmed: 'confirmed',
  Options: 'options',
}

/** What is printed of a subscription that was created or changed. */
export const changedColumns: Columns = pick(subscriptionColumns, {
  ID: 'ID',
  Subscriber: 'Subscriber',
  TTL: 'TTL',
  Options: 'Options',
})

export const subscriptionPath = (queue: string, id: string) =>
  `${queuePath(queue)}/subscriptions/${pathSegment(id, 'subscription')}`
