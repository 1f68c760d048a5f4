import {asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import type {Call} from '@osc-cli/core/sandbox'

/** The rows that match the query: `name=x` or, inexactly, `name__icontains=x`. Other keys are ignored. */
export function filtered(call: Call, rows: readonly JsonObject[], keys: readonly string[]): JsonObject[] {
  const tests = [...call.query].flatMap(([term, value]) => {
    const [key = '', comparator = 'equals'] = term.split('__')
    return keys.includes(key) ? [(row: JsonObject) => matches(at(row, key), comparator, value)] : []
  })
  return rows.filter((row) => tests.every((test) => test(row)))
}

/** The value at a path such as `filters.interface`. */
const at = (row: JsonObject, key: string): Json | undefined =>
  key.split('.').reduce<Json | undefined>((value, part) => (isObject(value) ? value[part] : undefined), row)

function matches(actual: Json | undefined, comparator: string, wanted: string): boolean {
  if (comparator === 'equals')
    return typeof actual === 'boolean' ? actual === asTruth(wanted) : (asText(actual) ?? '') === wanted
  const folds = comparator.startsWith('i')
  const text = asText(actual)
  if (text === undefined) return false
  const [value, part] = folds ? [text.toLowerCase(), wanted.toLowerCase()] : [text, wanted]
  const kind = folds ? comparator.slice(1) : comparator
  if (kind === 'contains') return value.includes(part)
  if (kind === 'startswith') return value.startsWith(part)
  if (kind === 'endswith') return value.endsWith(part)
  return true
}

const asTruth = (text: string): boolean => !/^(0|false|off|no|n|f)$/i.test(text)

/** Whether a flag of the query is set: present and not 0. */
export const isOn = (call: Call, name: string): boolean => call.query.has(name) && call.query.get(name) !== '0'
