import {asArray, asObject, type Json, type JsonObject} from '@osc-cli/core'
import {badRequest} from '@osc-cli/core/sandbox'

const COMPARE: Readonly<Record<string, (actual: Json, wanted: Json) => boolean>> = {
  '=': (actual, wanted) => actual === wanted,
  '!=': (actual, wanted) => actual !== wanted,
  '<': (actual, wanted) => text(actual) < text(wanted),
  '<=': (actual, wanted) => text(actual) <= text(wanted),
  '>': (actual, wanted) => text(actual) > text(wanted),
  '>=': (actual, wanted) => text(actual) >= text(wanted),
}

const text = (value: Json) => (typeof value === 'string' ? value : JSON.stringify(value))

/** Whether a record fulfills a complex query: `{and: [{'=': {name: 'a'}}, {not: ...}]}`. */
export function matches(record: JsonObject, query: JsonObject): boolean {
  const [[operator, operand] = ['', null]] = Object.entries(query)
  if (operator === 'and') return asArray(operand).every((one) => matches(record, asObject(one)))
  if (operator === 'or') return asArray(operand).some((one) => matches(record, asObject(one)))
  if (operator === 'not') return !matches(record, asObject(operand))
  const compare = COMPARE[operator]
  const [[key, wanted] = ['', null]] = Object.entries(asObject(operand))
  if (!compare || record[key] === undefined) throw badRequest(`Filter expression not valid: ${JSON.stringify(query)}`)
  return compare(record[key], wanted ?? null)
}
