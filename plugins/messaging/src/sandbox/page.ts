import {asText, type JsonObject} from '@osc-cli/core'
import {type Call, rowsAfter} from '@osc-cli/core/sandbox'

/** A page of records after the marker, with the link to the next one, which Zaqar always gives. */
export function pageOfNamed(records: readonly JsonObject[], call: Call, collection: string, key = 'name'): JsonObject {
  const marker = call.query.get('marker')
  // As on Redis, where the list starts again after its first message.
  const isRepeated = collection === 'messages' && records[0]?.[key] === marker
  const start = {
    marker: isRepeated ? null : marker,
    idOf: (record: JsonObject) => asText(record[key]),
    ignoresUnknown: true,
  }
  const rows = rowsAfter(records, start).slice(0, Number(call.query.get('limit') ?? 10))
  const query = new URLSearchParams(call.query)
  query.set('marker', asText(rows.at(-1)?.[key]) ?? marker ?? '')
  const path = call.path.replace(/^\/messaging/, '')
  return {[collection]: rows, links: [{rel: 'next', href: `${path}?${query}`}]}
}
