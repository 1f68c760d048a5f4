import {
  asArray,
  asText,
  type Columns,
  Flags,
  type JsonObject,
  type Query,
  type Row,
  UsageError,
  wrapText,
} from '@osc-cli/core'

function pageFlags(hidden: boolean) {
  const optional = (description: string, helpValue: string) =>
    Flags.optionalValue({description, helpValue, bare: '', hidden})
  return {
    marker: optional('ID of the last item of the previous page', 'ID'),
    limit: optional('Maximum number of items to return', 'NUMBER'),
    sort_keys: optional('Comma-separated keys to sort by (default: created_at)', 'KEY,...'),
    sort_dirs: optional('Comma-separated sort directions, asc or desc (default: asc)', 'DIRECTION,...'),
    filter: Flags.strings({
      description: 'Only items whose KEY equals VALUE (repeatable)',
      helpValue: 'KEY=VALUE',
      hidden,
    }),
  }
}

/** The paging options of every list in Mistral; each may be given without a value, which turns it off. */
export const pageOptions = pageFlags(false)

/** The same options on commands that create or update: accepted for compatibility, without an effect. */
export const unusedPageOptions = pageFlags(true)

/** What the paging options were given; `oldest` is an option of the lists of executions. */
export interface PageFlags {
  marker?: string | undefined
  limit?: string | undefined
  sort_keys?: string | undefined
  sort_dirs?: string | undefined
  filter?: string[] | undefined
  oldest?: boolean
}

/** The query of a list. `fields`: the keys that the service should answer with. */
export function listQuery(flags: PageFlags, fields?: readonly string[]): Query {
  const {marker, limit, sort_keys = 'created_at', sort_dirs = 'asc', filter = []} = flags
  return {
    marker: marker || undefined,
    limit: limitOf(limit),
    sort_keys: sort_keys || undefined,
    sort_dirs: sort_dirs || undefined,
    fields: fields?.join(','),
    ...Object.fromEntries(filter.map(pairOf)),
  }
}

function limitOf(text: string | undefined): number | undefined {
  if (!text) return undefined
  if (!/^-?\d+$/.test(text))
    throw new UsageError(`Option --limit: '${text}' is not a number.`, {hint: 'Use a whole number; 0 means no limit.'})
  return Number(text) > 0 ? Number(text) : undefined
}

function pairOf(text: string): [string, string] {
  const [key = '', value, ...more] = text.split('=')
  if (value !== undefined && more.length === 0) return [key, value]
  throw new UsageError(`Option --filter: expected KEY=VALUE, got '${text}'.`)
}

/** Lists of executions: the newest 100 unless asked otherwise, the newest of them last. */
export async function executionRows(
  flags: PageFlags,
  list: (flags: PageFlags) => AsyncIterable<JsonObject>,
): Promise<JsonObject[]> {
  const {sort_keys = 'created_at', sort_dirs = 'asc', limit = '100', oldest} = flags
  const isDefault = !oldest && flags.marker === undefined && sort_keys === 'created_at' && sort_dirs === 'asc'
  const rows = await Array.fromAsync(list({...flags, limit, sort_dirs: isDefault ? 'desc' : sort_dirs}))
  return isDefault ? rows.reverse() : rows
}

// mistralclient prints one row of empty cells where a list has none.
const EMPTY: Row = {}

/** The rows, or the empty row where there are none. */
export async function* orEmptyRow(rows: AsyncIterable<Row> | Iterable<Row>): AsyncGenerator<Row> {
  let count = 0
  for await (const row of rows) {
    count += 1
    yield row
  }
  if (count === 0) yield EMPTY
}

/** Columns that are empty in the empty row. */
export const listColumns = (columns: Columns): Columns =>
  Object.fromEntries(
    Object.entries(columns).map(([header, source]) => [
      header,
      (row: Row) => (row === EMPTY ? '' : typeof source === 'string' ? (row[source] ?? null) : source(row)),
    ]),
  )

/** The beginning of a long text, for lists. */
export function cut(value: unknown, length = 25): string | null {
  const text = asText(value)
  if (text === undefined) return null
  const units = [...text]
  return units.length > length ? `${units.slice(0, length).join('')}...` : text
}

/** Tags as mistralclient prints them, wrapped at 25 characters. */
export const tagText = ({tags}: Row): string =>
  wrapText(asArray(tags).map(String).join(', '), 25).join('\n') || '<none>'
