import {UsageError} from '#errors'
import {ExactNumber, type Json} from '#json'
import type {Row} from '#rows/columns'

interface SortKey {
  key: string
  descending: boolean
}

/**
 * Rows by `KEY[:asc|:desc],...` as OSC's own --sort options have it, all held in memory; as they come when `sort` is not
 * given. UsageError for any other text, and for a key that no row has.
 */
export function sortRows(rows: AsyncIterable<Row>, sort: string | undefined): AsyncIterable<Row> {
  if (!sort) return rows
  const keys = readSort(sort)
  return sorted(rows, keys)
}

async function* sorted(rows: AsyncIterable<Row>, keys: readonly SortKey[]): AsyncGenerator<Row> {
  const all: Row[] = []
  for await (const row of rows) all.push(row)
  checkKeys(keys, all)
  yield* all.sort((a, b) => {
    for (const {key, descending} of keys) {
      const order = compare(a[key], b[key])
      if (order !== 0) return descending ? -order : order
    }
    return 0
  })
}

function checkKeys(keys: readonly SortKey[], rows: readonly Row[]): void {
  const [first] = rows
  const unknown = keys.find(({key}) => !rows.some((row) => Object.hasOwn(row, key)))
  if (!first || !unknown) return
  throw new UsageError(`Cannot sort by '${unknown.key}': the field does not exist.`, {
    hint: `Available fields: ${Object.keys(first).sort().join(', ')}.`,
  })
}

export function readSort(sort: string): SortKey[] {
  return sort
    .trim()
    .split(',')
    .map((text) => {
      const [key = '', direction = 'asc', ...more] = text.split(':')
      if (key === '') throw new UsageError(`Sort key '${text}' has no name.`, {hint: 'Write KEY or KEY:desc.'})
      if (more.length > 0 || (direction !== 'asc' && direction !== 'desc')) {
        throw new UsageError(`Sort key '${text}' has a direction that is neither asc nor desc.`)
      }
      return {key: key.toLowerCase().replaceAll(' ', '_'), descending: direction === 'desc'}
    })
}

/** Nothing before something, numbers by value, everything else as text by code point. */
function compare(a: Json | undefined, b: Json | undefined): number {
  const missing = Number(b === null || b === undefined) - Number(a === null || a === undefined)
  if (missing !== 0 || a === null || a === undefined || b === null || b === undefined) return missing
  const [x, y] = [sortable(a), sortable(b)]
  if (typeof x === 'number' && typeof y === 'number') return x - y
  return String(x) < String(y) ? -1 : String(x) > String(y) ? 1 : 0
}

const sortable = (value: Json): number | string =>
  value instanceof ExactNumber
    ? Number(value)
    : typeof value === 'number'
      ? value
      : typeof value === 'string'
        ? value
        : JSON.stringify(value)
