import {writeBatched, writeEach, writeWhole} from '#output/batch'
import {selectColumns} from '#output/columns'
import type {Quote} from '#output/csv'
import type {ListFlags} from '#output/flags'
import type {Cell, ListData, Look, Rows, Sink} from '#output/types'

/**
 * Writes a list in the format that was asked for, or with the formatter of a plugin. csv, value, json and yaml keep memory
 * flat however many rows there are.
 */
export async function writeList(
  data: ListData,
  flags: ListFlags,
  sink: Sink,
  {formatter, colour = false, live = false}: Look = {},
): Promise<void> {
  const places = selectColumns(data.columns, flags.column)
  const sorted = await sortedRows(data, flags)
  const rows = places ? picked(sorted, places) : sorted
  const columns = places ? places.map((place) => data.columns[place] ?? '') : data.columns
  if (flags.query !== undefined) {
    const [{writeQuery}, {objectOf}] = await Promise.all([import('#output/query'), import('#output/json')])
    const records = (await gather(rows)).map((row) => objectOf(columns, row))
    return await writeQuery(records, flags.query, flags, sink)
  }
  const write = live ? writeEach : writeBatched
  if (!formatter) return await write(await formatted(columns, rows, flags, sink, colour), sink)
  const options = {noindent: flags.noindent === true, width: sink.width}
  await writeWhole(safe(formatter.list({columns, rows}, options), sink), sink)
}

async function sortedRows({columns, rows}: ListData, flags: ListFlags): Promise<Rows> {
  const names = flags['sort-column'] ?? []
  if (!names.some((name) => columns.includes(name))) return rows
  const {sortByColumns} = await import('#output/sort')
  return sortByColumns(await gather(rows), columns, names, flags['sort-descending'] === true)
}

async function* picked(rows: Rows, places: readonly number[]): AsyncGenerator<readonly Cell[]> {
  for await (const row of rows) yield places.map((place) => row[place])
}

async function formatted(
  columns: readonly string[],
  rows: Rows,
  flags: ListFlags,
  sink: Sink,
  colour: boolean,
): Promise<Pieces> {
  switch (flags.format) {
    case 'csv': {
      const {csvLines} = await import('#output/csv')
      return safe(csvLines(columns, rows, (flags.quote ?? 'nonnumeric') as Quote), sink)
    }
    case 'value': {
      const {valueLines} = await import('#output/value')
      return safe(valueLines(rows), sink)
    }
    case 'json': {
      const {jsonRows} = await import('#output/json')
      return escaped(jsonRows(columns, rows, flags.noindent ? undefined : 2), sink)
    }
    case 'yaml': {
      const {yamlRows} = await import('#output/yaml-rows')
      return yamlRows(columns, rows)
    }
    default: {
      const {listTable} = await import('#output/table')
      return listTable(columns, rows, flags, {width: sink.width, colour})
    }
  }
}

type Pieces = AsyncIterable<string> | Iterable<string>

/** Of what JSON leaves as it is, DEL may steer a terminal. */
const escaped = (pieces: Pieces, sink: Sink): Pieces =>
  onTerminal(pieces, sink, async () => (await import('#output/sanitize')).escapeUnsafe)

/** On a terminal nothing that a server sent may steer it; a pipe gets every byte. */
const safe = (pieces: Pieces, sink: Sink): Pieces =>
  onTerminal(pieces, sink, async () => (await import('#output/sanitize')).sanitize)

const onTerminal = (pieces: Pieces, sink: Sink, load: () => Promise<(text: string) => string>): Pieces =>
  sink.isTTY ? changed(pieces, load) : pieces

async function* changed(pieces: Pieces, load: () => Promise<(text: string) => string>): AsyncGenerator<string> {
  const change = await load()
  for await (const piece of pieces) yield change(piece)
}

const gather = (rows: Rows): Promise<(readonly Cell[])[]> => Array.fromAsync<readonly Cell[]>(rows)
