import {asText, type Json, type JsonObject} from '#json'
import {badRequest} from '#sandbox/failure'
import type {Call} from '#sandbox/service'

/** One page of a list, and the URL of the next one where there is more. */
export interface Page {
  rows: JsonObject[]
  next: string | undefined
}

/**
 * The page that the query asks for: sorted by `sort_key` and `sort_dir`, or by `sort` (`name:desc,id`, repeatable), then `limit` rows
 * after the one whose ID is `marker`, without the first `offset` of them. 400 for an unknown marker or for a limit that is
 * not a number.
 */
export function pageOf(rows: readonly JsonObject[], call: Call, idKey = 'id'): Page {
  const {query} = call
  const sorted = sortBy(rows, sortKeys(query))
  const after = rowsAfter(sorted, {marker: query.get('marker'), idOf: (row) => asText(row[idKey])})
  const left = after.slice(numberOf(query, 'offset') ?? 0)
  // Zero means no limit, as for most services.
  const limit = numberOf(query, 'limit') || undefined
  const page = left.slice(0, limit)
  const last = page.at(-1)
  return {rows: page, next: last && page.length < left.length ? nextUrl(call, String(last[idKey])) : undefined}
}

/** Where a page starts. */
interface Start<T> {
  marker: string | null
  idOf: (row: T) => string | undefined
  /** Starts with the first row if the marker is unknown; default: 400. */
  ignoresUnknown?: boolean
}

/** The rows after the one whose ID is `marker`, for services whose lists are not pages of `pageOf`. */
export function rowsAfter<T>(rows: readonly T[], {marker, idOf, ignoresUnknown = false}: Start<T>): T[] {
  if (marker === null) return [...rows]
  const place = rows.findIndex((row) => idOf(row) === marker)
  if (place < 0 && !ignoresUnknown) throw badRequest(`The marker '${marker}' could not be found.`)
  return rows.slice(place + 1)
}

function numberOf(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (text === null || text === '') return undefined
  if (!/^\d+$/.test(text)) throw badRequest(`The ${name} '${text}' is not a whole number.`)
  return Number(text)
}

function sortKeys(query: URLSearchParams): {key: string; descending: boolean}[] {
  const directions = query.getAll('sort_dir')
  const separate = query.getAll('sort_key').map((key, i) => `${key}:${directions[i] ?? directions.at(-1) ?? 'asc'}`)
  const joined = query.getAll('sort').flatMap((text) => text.split(','))
  const all = [...separate, ...joined].filter((text) => text !== '')
  return all.map((text) => {
    const [key = '', direction = 'asc'] = text.split(':')
    if (direction !== 'asc' && direction !== 'desc') throw badRequest(`The sort direction '${direction}' is unknown.`)
    return {key, descending: direction === 'desc'}
  })
}

function sortBy(rows: readonly JsonObject[], keys: readonly {key: string; descending: boolean}[]): JsonObject[] {
  return rows.toSorted((a, b) => {
    for (const {key, descending} of keys) {
      const order = compare(a[key], b[key])
      if (order !== 0) return descending ? -order : order
    }
    return 0
  })
}

function compare(a: Json | undefined, b: Json | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [x, y] = [asText(a) ?? '', asText(b) ?? '']
  return x < y ? -1 : x > y ? 1 : 0
}

function nextUrl(call: Call, marker: string): string {
  const query = new URLSearchParams(call.query)
  query.set('marker', marker)
  query.delete('offset')
  return `${call.origin}${call.path}?${query}`
}
