import {asArray, asText, type JsonObject} from '@osc-cli/core'
import {
  applyJsonPatch,
  badRequest,
  type Call,
  type Documents,
  notFound,
  type Routes,
  type SandboxCloud,
} from '@osc-cli/core/sandbox'
import {pageOfNamed} from '#sandbox/page'

const DEFAULTS: JsonObject = {
  _max_messages_post_size: 262144,
  _default_message_ttl: 3600,
  _default_message_delay: 0,
  _dead_letter_queue: null,
  _dead_letter_queue_messages_ttl: null,
  _max_claim_count: null,
  _enable_encrypt_messages: false,
}

/** What is needed of a request to find its queue, or to post to it. */
export type QueueCall = Pick<Call, 'caller' | 'params'>

/** What a queue is stored under: names are unique within a project. */
export const keyOf = (call: QueueCall): string => `${call.caller.projectId}/${call.params.queue}`

/** The parts of queues, each a collection of the store; every record has the key of its queue. */
export const parts = ({store}: SandboxCloud): Readonly<Record<'messages' | 'claims' | 'subscriptions', Documents>> => ({
  messages: store.collection('messaging/messages'),
  claims: store.collection('messaging/claims'),
  subscriptions: store.collection('messaging/subscriptions'),
})

/** Posting to a queue or subscribing to it creates it. */
export function ensureQueue(cloud: SandboxCloud, call: QueueCall): void {
  const queues = cloud.store.collection('messaging/queues')
  if (queues.get(keyOf(call))) return
  queues.put(keyOf(call), {name: call.params.queue ?? '', project: call.caller.projectId ?? null, metadata: DEFAULTS})
}

/** Removes the records of a queue from some of its parts. */
function clear(cloud: SandboxCloud, call: Call, names: readonly string[]): void {
  for (const [name, records] of Object.entries(parts(cloud)))
    if (names.includes(name)) for (const {id} of records.find({queue: keyOf(call)})) records.delete(asText(id) ?? '')
}

export function queueRoutes(cloud: SandboxCloud): Routes {
  const queues = cloud.store.collection('messaging/queues')
  const view = (queue: JsonObject, detailed: boolean): JsonObject => ({
    name: queue.name,
    href: `/v2/queues/${queue.name}`,
    ...(detailed && {metadata: queue.metadata}),
  })
  return {
    'GET /v2/queues': (call) => {
      const detailed = call.query.get('detailed')?.toLowerCase() === 'true'
      const all = queues.find({project: call.caller.projectId ?? null}).map((queue) => view(queue, detailed))
      const count = call.query.get('with_count')?.toLowerCase() === 'true' && {count: all.length}
      return {body: {...pageOfNamed(all, call, 'queues'), ...count}}
    },
    'PUT /v2/queues/:queue': (call) => {
      if (!/^[\w-]{1,64}$/.test(call.params.queue ?? '')) throw badRequest('Queue names are limited to 64 characters.')
      const exists = queues.get(keyOf(call)) !== undefined
      ensureQueue(cloud, call)
      return {status: exists ? 204 : 201}
    },
    'GET /v2/queues/:queue': (call) => {
      const queue = queues.get(keyOf(call))
      if (!queue) throw notFound(`Queue ${call.params.queue} in project ${call.caller.projectId} does not exist`)
      return {body: queue.metadata ?? {}}
    },
    'PATCH /v2/queues/:queue': (call) => {
      const queue = queues.get(keyOf(call))
      if (!queue) throw notFound(`Queue ${call.params.queue} does not exist`)
      // Reserved attributes that are removed have their defaults again.
      const {metadata} = applyJsonPatch({metadata: queue.metadata}, call.json)
      queues.put(keyOf(call), {...queue, metadata: {...DEFAULTS, ...(metadata as JsonObject)}})
      return {body: metadata ?? {}}
    },
    'DELETE /v2/queues/:queue': (call) => {
      clear(cloud, call, ['messages', 'claims', 'subscriptions'])
      queues.delete(keyOf(call))
      return {status: 204}
    },
    'GET /v2/queues/:queue/stats': (call) => {
      const messages = parts(cloud).messages.find({queue: keyOf(call)})
      const claimed = messages.filter(({claim}) => claim !== null).length
      return {body: {messages: {claimed, free: messages.length - claimed, total: messages.length}}}
    },
    'POST /v2/queues/:queue/purge': (call) => {
      const named = asArray(call.body.resource_types).flatMap((name) => asText(name) ?? [])
      clear(cloud, call, named.length > 0 ? named : ['messages', 'subscriptions'])
      return {status: 204}
    },
  }
}
