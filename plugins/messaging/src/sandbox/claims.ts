import type {JsonObject} from '@osc-cli/core'
import {type Call, notFound, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'
import {clientOf, messageView} from '#sandbox/messages'
import {keyOf, parts} from '#sandbox/queues'

export function claimRoutes(cloud: SandboxCloud): Routes {
  const {messages, claims} = parts(cloud)
  const one = (call: Call): JsonObject => {
    const claim = claims.get(call.params.claim ?? '')
    if (claim?.queue === keyOf(call)) return claim
    throw notFound(`Claim ${call.params.claim} does not exist`)
  }
  const claimed = (call: Call, claim: string) =>
    messages.find({claim}).map((message) => messageView(message, call, cloud.now()))
  return {
    'POST /v2/queues/:queue/claims': (call) => {
      clientOf(call)
      const free = messages.find({queue: keyOf(call), claim: null}).slice(0, Number(call.query.get('limit') ?? 10))
      if (free.length === 0) return {status: 204}
      const id = crypto.randomUUID()
      const {ttl = 300, grace = 60} = call.body
      claims.put(id, {id, queue: keyOf(call), ttl, grace, created: cloud.now().getTime()})
      for (const message of free) messages.put(String(message.id), {...message, claim: id})
      return {status: 201, body: {messages: claimed(call, id)}}
    },
    'GET /v2/queues/:queue/claims/:claim': (call) => {
      const {id, ttl, grace, created} = one(call)
      const age = Math.floor((cloud.now().getTime() - Number(created)) / 1000)
      return {body: {ttl, grace, age, href: call.path, messages: claimed(call, String(id))}}
    },
    'PATCH /v2/queues/:queue/claims/:claim': (call) => {
      const claim = one(call)
      claims.put(String(claim.id), {...claim, ...call.body})
      return {status: 204}
    },
    'DELETE /v2/queues/:queue/claims/:claim': (call) => {
      const claim = call.params.claim ?? ''
      for (const message of messages.find({claim})) messages.put(String(message.id), {...message, claim: null})
      claims.delete(claim)
      return {status: 204}
    },
  }
}
