import {asObject, asText, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call, notFound, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'
import {pageOfNamed} from '#sandbox/page'
import {ensureQueue, keyOf, parts} from '#sandbox/queues'

export function subscriptionRoutes(cloud: SandboxCloud): Routes {
  const {subscriptions} = parts(cloud)
  const one = (call: Call): JsonObject => {
    const subscription = subscriptions.get(call.params.id ?? '')
    if (subscription?.queue === keyOf(call)) return subscription
    throw notFound(`Subscription ${call.params.id} for queue ${call.params.queue} does not exist`)
  }
  const view = ({id, subscriber, ttl, options}: JsonObject, call: Call): JsonObject => ({
    id,
    source: call.params.queue,
    subscriber,
    ttl,
    age: 0,
    options,
    confirmed: false,
  })
  return {
    'GET /v2/queues/:queue/subscriptions': (call) => {
      const all = subscriptions.find({queue: keyOf(call)}).map((subscription) => view(subscription, call))
      return {body: pageOfNamed(all, call, 'subscriptions', 'id')}
    },
    'POST /v2/queues/:queue/subscriptions': (call) => {
      const {subscriber, ttl = 3600, options = {}} = call.body
      const scheme = /^([a-z+]+):/.exec(asText(subscriber) ?? '')?.[1] ?? ''
      if (!['http', 'https', 'mailto', 'trust+http', 'trust+https'].includes(scheme))
        throw badRequest(
          "The subscriber type of subscription must be supported in the list ('http', 'https', 'mailto').",
        )
      ensureQueue(cloud, call)
      const known = subscriptions.find({queue: keyOf(call)}).find((one) => one.subscriber === subscriber)
      if (known) return {status: 201, body: {subscription_id: known.id ?? null}}
      const id = crypto.randomUUID()
      const trustor = JSON.parse(JSON.stringify(call.caller)) as JsonObject
      const trust = scheme.startsWith('trust+') && {trust_id: cloud.newId()}
      subscriptions.put(id, {
        id,
        queue: keyOf(call),
        subscriber,
        ttl,
        options: {...asObject(options), ...trust},
        trustor,
      })
      return {status: 201, body: {subscription_id: id}}
    },
    'GET /v2/queues/:queue/subscriptions/:id': (call) => ({body: view(one(call), call)}),
    'PATCH /v2/queues/:queue/subscriptions/:id': (call) => {
      const subscription = one(call)
      subscriptions.put(String(subscription.id), {...subscription, ...call.body})
      return {status: 204}
    },
    'DELETE /v2/queues/:queue/subscriptions/:id': (call) => {
      subscriptions.delete(call.params.id ?? '')
      return {status: 204}
    },
  }
}
