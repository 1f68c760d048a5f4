import type {JsonObject} from '@osc-cli/core'
import type {Call} from '@osc-cli/core/sandbox'

/** Update responses repeat, under `extra`, keys that are not columns of Keystone's database. */
export function withExtra(record: JsonObject, call: Call, columns: readonly string[]): JsonObject {
  if (call.method !== 'PATCH') return record
  const extra = Object.entries(record).filter(([key]) => !columns.includes(key))
  return {...record, extra: Object.fromEntries(extra)}
}
