import {ExactNumber, isObject, type Json} from '#json'
import {parseCommand} from '#line/parse'
import type {FlagTable} from '#line/tokens'
import {type ListFlags, listFlags, type ShowFlags, showFlags} from '#output/flags'
import {writeList} from '#output/list'
import {writeShow} from '#output/show'
import {type Cell, Formatted, type Sink} from '#output/types'

/** A case as test/golden/output/cliff_driver.py takes it. */
export interface FormatCase {
  kind: 'list' | 'show'
  columns: string[]
  rows?: Json[][]
  values?: Json[]
  args: string[]
}

/** What our own formatters print for the case. */
export async function format({kind, columns, rows = [], values = [], args}: FormatCase): Promise<string> {
  const chunks: string[] = []
  const sink: Sink = {isTTY: false, width: undefined, write: async (chunk) => void chunks.push(String(chunk))}
  const declared = (kind === 'list' ? listFlags : showFlags) as unknown as FlagTable
  const {flags} = await parseCommand(args, declared, {}, undefined)
  if (kind === 'list') await writeList({columns, rows: rows.map((row) => row.map(cell))}, flags as ListFlags, sink)
  else await writeShow({names: columns, values: values.map(cell)}, flags as ShowFlags, sink)
  return chunks.join('')
}

function cell(value: Json): Cell {
  if (!isObject(value) || value instanceof ExactNumber || value.__formatted__ === undefined) return value
  return new Formatted(value.__formatted__, () => String(value.human))
}
