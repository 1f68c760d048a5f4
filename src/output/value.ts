import {machineValue} from '#output/cells'
import {pythonText} from '#output/python-text'
import type {Cell, Rows} from '#output/types'

/** A line a row, the values apart by spaces. */
export async function* valueLines(rows: Rows): AsyncGenerator<string> {
  for await (const row of rows) yield `${row.map(text).join(' ')}\n`
}

/** A line a value. */
export const valueFields = (values: readonly Cell[]): string => values.map((value) => `${text(value)}\n`).join('')

const text = (cell: Cell): string => pythonText(machineValue(cell))
