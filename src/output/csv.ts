import {ExactNumber, type Json} from '#json'
import {machineValue} from '#output/cells'
import {pythonText} from '#output/python-text'
import {type Cell, Formatted, type Rows} from '#output/types'

export type Quote = 'all' | 'minimal' | 'none' | 'nonnumeric'

/** Comma-separated values under a line of headers, as Python's csv module writes them with a backslash to escape. */
export async function* csvLines(columns: readonly string[], rows: Rows, quote: Quote): AsyncGenerator<string> {
  yield line(columns, quote)
  for await (const row of rows) yield line(row, quote)
}

function line(cells: readonly Cell[], quote: Quote): string {
  const fields = cells.map((cell) => field(cell, quote))
  // A line with nothing on it would be read as no row at all.
  return `${fields.length === 1 && fields[0] === '' ? '""' : fields.join(',')}\n`
}

function field(cell: Cell, quote: Quote): string {
  const value = machineValue(cell)
  // The csv module writes None as nothing; a formatted cell has become text before it gets there.
  const text = value === null && !(cell instanceof Formatted) ? '' : pythonText(value)
  if (quote === 'none') return text.replaceAll(/[\\,"\n]/g, '\\$&')
  const isQuoted = quote === 'all' || (quote === 'nonnumeric' && !isNumber(cell)) || /[,"\n]/.test(text)
  const escaped = text.replaceAll('\\', '\\\\')
  return isQuoted ? `"${escaped.replaceAll('"', '""')}"` : escaped
}

const isNumber = (cell: Cell | Json): boolean =>
  typeof cell === 'number' || typeof cell === 'boolean' || cell instanceof ExactNumber
