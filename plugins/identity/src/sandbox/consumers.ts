import {asText, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call, notFound, type Routes} from '@osc-cli/core/sandbox'
import {filtered} from '#sandbox/filters'
import {idOf, type Keystone} from '#sandbox/keystone'
import {linked, listed} from '#sandbox/links'
import {enforce} from '#sandbox/policy'
import {deleteAll} from '#sandbox/removal'
import {checkBody, DESCRIPTION} from '#sandbox/schema'

const PATH = '/OS-OAUTH1/consumers'

/** Programs that users can authorize to act for them. */
export function consumerRoutes(keystone: Keystone): Routes {
  const {consumers} = keystone.records
  const found = (call: Call, action: string): JsonObject => {
    enforce(call, action)
    const consumer = consumers.get(call.params.id ?? '')
    if (!consumer) throw notFound('Consumer not found')
    return consumer
  }
  // The secret is only returned on creation.
  const shown = (call: Call, {secret: _secret, ...consumer}: JsonObject) => ({consumer: linked(call, PATH, consumer)})
  return {
    [`GET /v3${PATH}`]: (call: Call) => {
      enforce(call, 'list_consumers')
      const rows = consumers.find().map(({secret: _secret, ...consumer}) => consumer)
      return listed(call, 'consumers', filtered(call, rows, ['description']), PATH)
    },
    [`POST /v3${PATH}`]: (call: Call) => {
      enforce(call, 'create_consumer')
      const {secret: _asked, ...body} = checkBody(call.body.consumer ?? {}, {description: DESCRIPTION})
      const secret = keystone.cloud.newId()
      const consumer = {...body, id: keystone.cloud.newId(), description: asText(body.description) ?? null, secret}
      consumers.put(consumer.id, consumer)
      return {status: 201, body: {consumer: linked(call, PATH, consumer)}}
    },
    [`GET /v3${PATH}/:id`]: (call: Call) => ({body: shown(call, found(call, 'get_consumer'))}),
    [`PATCH /v3${PATH}/:id`]: (call: Call) => {
      const consumer = found(call, 'update_consumer')
      const changes = checkBody(call.body.consumer ?? {}, {description: DESCRIPTION}, false)
      if ('secret' in changes)
        throw badRequest(`{'secret': '${asText(changes.secret)}'} should not be valid under {'required': ['secret']}`)
      const changed = {...consumer, ...changes, id: idOf(consumer)}
      consumers.put(idOf(consumer), changed)
      return {body: shown(call, changed)}
    },
    [`DELETE /v3${PATH}/:id`]: (call: Call) => {
      const id = idOf(found(call, 'delete_consumer'))
      for (const name of ['request_tokens', 'access_tokens'] as const) deleteAll(keystone, name, {consumer_id: id})
      consumers.delete(id)
      return {status: 204}
    },
  }
}
