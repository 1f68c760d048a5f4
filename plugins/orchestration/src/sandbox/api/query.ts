import {rowsAfter} from '@osc-cli/core/sandbox'
import {invalidRequest} from '#sandbox/failures'

/** A boolean of a query: undefined if missing; 400 for anything except true and false. */
export function booleanQuery(query: URLSearchParams, name: string): boolean {
  const text = query.get(name)
  if (text === null) return false
  if (/^true$/i.test(text)) return true
  if (/^false$/i.test(text)) return false
  throw invalidRequest(`Unrecognized value "${text}" for "${name}", acceptable values are: true, false.`)
}

/** An integer of a query; undefined if missing. */
export function integerQuery(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (text === null || text === '') return undefined
  return integer(text, name)
}

export function integer(value: unknown, name: string): number {
  const text = String(value).trim()
  if (!/^-?\d+$/.test(text)) throw invalidRequest(`Only integer is acceptable by '${name}'.`)
  if (Number(text) < 0)
    throw invalidRequest(`Value '${text}' is invalid for '${name}' which only accepts non-negative integer.`)
  return Number(text)
}

/** All values of a filter, given several times or with commas. */
export const listQuery = (query: URLSearchParams, name: string): string[] =>
  query
    .getAll(name)
    .flatMap((text) => text.split(','))
    .filter((text) => text !== '')

/** At most `limit` rows after a marker. An unknown marker is ignored, as in Heat. */
export function pageOf<T extends {id: string}>(rows: readonly T[], query: URLSearchParams): T[] {
  const limit = integerQuery(query, 'limit')
  const after = rowsAfter(rows, {marker: query.get('marker'), idOf: ({id}) => id, ignoresUnknown: true})
  return after.slice(0, limit)
}
