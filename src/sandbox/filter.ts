import {asText, type Json, type JsonObject} from '#json'
import type {Call} from '#sandbox/service'

/** Whether a record matches the value of a filter. */
export type Match = (record: JsonObject, value: string, call: Call) => boolean

/** Filters with a comparison of their own, by the name that they have in the query. */
export type Matches = Readonly<Record<string, Match>>

/**
 * The test that a list's query asks for. A filter of `equal` compares with the record's key of that name; given
 * repeatedly, one of its values must be equal. A filter of `matches` must hold for each of its values. Other query
 * parameters are ignored, as services do.
 */
export function filterOf(call: Call, equal: readonly string[], matches: Matches): (record: JsonObject) => boolean {
  const names = [...new Set(call.query.keys())]
  const tests = names.flatMap((name): ((record: JsonObject) => boolean)[] => {
    const values = call.query.getAll(name)
    const match = Object.hasOwn(matches, name) ? matches[name] : undefined
    if (match) return [(record) => values.every((value) => match(record, value, call))]
    return equal.includes(name) ? [(record) => values.some((value) => isEqual(record[name], value))] : []
  })
  return (record) => tests.every((test) => test(record))
}

const isEqual = (actual: Json | undefined, wanted: string): boolean =>
  typeof actual === 'boolean' ? String(actual) === wanted.toLowerCase() : (asText(actual) ?? '') === wanted
