import type {JsonObject} from '#json'
import type {Cell, ShowData} from '#output/types'

/** A record as the API answers with it. */
export type Row = JsonObject

/** Headers in their order, each with the record's key or a function of the record: `{ID: 'id', Name: 'stack_name'}`. */
export type Columns = Readonly<Record<string, string | ((row: Row) => Cell)>>

export const headers = (columns: Columns): string[] => Object.keys(columns)

export async function* cellsOf(columns: Columns, rows: AsyncIterable<Row> | Iterable<Row>): AsyncGenerator<Cell[]> {
  const sources = Object.values(columns)
  for await (const row of rows) yield sources.map((source) => cellOf(row, source))
}

/** The record's fields under the columns' headers; without columns all of them by name, less `links`. */
export function fieldsOf(record: Row, columns?: Columns): ShowData {
  if (columns) return {names: headers(columns), values: Object.values(columns).map((source) => cellOf(record, source))}
  const names = Object.keys(record)
    .filter((name) => name !== 'links')
    .sort()
  return {names, values: names.map((name) => record[name])}
}

const cellOf = (row: Row, source: string | ((row: Row) => Cell)): Cell =>
  typeof source === 'string' ? row[source] : source(row)
