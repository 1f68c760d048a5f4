import {asArray, asObject, type Json, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'
import {deliver} from '#sandbox/deliver'
import {pageOfNamed} from '#sandbox/page'
import {ensureQueue, keyOf, parts, type QueueCall} from '#sandbox/queues'

/** A message as Zaqar shows it: its ID is a part of `href`, and so is its claim. */
export const messageView = ({id, ttl, body, claim, created}: JsonObject, call: Call, now: Date): JsonObject => ({
  id,
  href: `/v2/queues/${call.params.queue}/messages/${id}${claim === null ? '' : `?claim_id=${claim}`}`,
  ttl,
  age: Math.floor((now.getTime() - Number(created)) / 1000),
  body,
  claim_count: claim === null ? 0 : 1,
})

/** The client's ID, without which Zaqar refuses everything about messages. */
export function clientOf({headers}: Call): string {
  const id = headers['client-id'] ?? ''
  if (/^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i.test(id)) return id
  throw badRequest('Malformed hexadecimal UUID.')
}

/** Stores a message and delivers it; its path. */
function post(cloud: SandboxCloud, poster: QueueCall, client: string, {body = null, ttl = 3600}: JsonObject): string {
  ensureQueue(cloud, poster)
  const id = crypto.randomUUID()
  const created = cloud.now().getTime()
  parts(cloud).messages.put(id, {id, queue: keyOf(poster), client, body, ttl, claim: null, created})
  deliver(cloud, poster, {body, ttl})
  return `/v2/queues/${poster.params.queue}/messages/${id}`
}

/** Posts for another service of the sandbox, which has no token. */
export function postFor(cloud: SandboxCloud, projectId: string, queue: string, body: Json): void {
  const caller = {token: '', userId: '', userName: '', userDomainId: '', roles: [], projectId}
  post(cloud, {caller, params: {queue}}, crypto.randomUUID(), {body})
}

export function messageRoutes(cloud: SandboxCloud): Routes {
  const {messages} = parts(cloud)
  const asks = ({query}: Call, name: string) => query.get(name)?.toLowerCase() === 'true'
  return {
    'POST /v2/queues/:queue/messages': (call) => {
      const client = clientOf(call)
      const posted = asArray(call.body.messages).map(asObject)
      if (posted.length === 0) throw badRequest('No messages to enqueue.')
      if (posted.some(({body}) => body === undefined)) throw badRequest('Missing "body" field.')
      const resources = posted.map((message) => post(cloud, call, client, message))
      return {status: 201, body: {resources}}
    },
    'GET /v2/queues/:queue/messages': (call) => {
      const client = clientOf(call)
      const ids = call.query.getAll('ids')
      const found = messages
        .find({queue: keyOf(call)})
        .filter((message) =>
          ids.length > 0
            ? ids.includes(String(message.id))
            : (asks(call, 'echo') || message.client !== client) &&
              (asks(call, 'include_claimed') || message.claim === null),
        )
        .map((message) => messageView(message, call, cloud.now()))
      return {body: ids.length > 0 ? {messages: found} : pageOfNamed(found, call, 'messages', 'id')}
    },
  }
}
