import {asText, type JsonObject} from '@osc-cli/core'
import type {Call} from '@osc-cli/core/sandbox'

/** A page of records behind the marker, with the link to the next one, which Zaqar always gives. */
export function pageOfNamed(records: readonly JsonObject[], call: Call, collection: string, key = 'name'): JsonObject {
  const marker = call.query.get('marker')
  const rank = records.findIndex((record) => record[key] === marker)
  // As on Redis, where the list starts again after its first message.
  const start = collection === 'messages' && rank === 0 ? 0 : rank + 1
  const limit = Number(call.query.get('limit') ?? 10)
  const rows = records.slice(start, start + limit)
  const query = new URLSearchParams(call.query)
  query.set('marker', asText(rows.at(-1)?.[key]) ?? marker ?? '')
  const path = call.path.replace(/^\/messaging/, '')
  return {[collection]: rows, links: [{rel: 'next', href: `${path}?${query}`}]}
}
