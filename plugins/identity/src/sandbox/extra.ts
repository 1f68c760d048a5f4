import type {JsonObject} from '@osc-cli/core'
import type {Call} from '@osc-cli/core/sandbox'

/** The answer to an update names again, under `extra`, what is no column of the real one's database. */
export function withExtra(record: JsonObject, call: Call, columns: readonly string[]): JsonObject {
  if (call.method !== 'PATCH') return record
  const extra = Object.entries(record).filter(([key]) => !columns.includes(key))
  return {...record, extra: Object.fromEntries(extra)}
}
