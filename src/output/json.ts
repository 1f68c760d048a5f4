import type {JsonObject} from '#json'
import {machineValue} from '#output/cells'
import {pythonJson} from '#output/python-json'
import type {Cell, Rows, ShowData} from '#output/types'

/** A list of objects, row by row. */
export async function* jsonRows(
  columns: readonly string[],
  rows: Rows,
  indent: number | undefined,
): AsyncGenerator<string> {
  const between = indent === undefined ? ', ' : `,\n${' '.repeat(indent)}`
  let count = 0
  for await (const row of rows) {
    const begin = count === 0 ? (indent === undefined ? '[' : `[\n${' '.repeat(indent)}`) : between
    yield begin + pythonJson(objectOf(columns, row), indent, 1)
    count += 1
  }
  if (count === 0) yield '[]\n'
  else yield indent === undefined ? ']\n' : '\n]\n'
}

export const jsonFields = ({names, values}: ShowData, indent: number | undefined): string =>
  `${pythonJson(objectOf(names, values), indent)}\n`

/** A record of a row: each name with what programs get of its cell. */
export const objectOf = (names: readonly string[], cells: readonly Cell[]): JsonObject =>
  Object.fromEntries(names.map((name, place) => [name, machineValue(cells[place])]))
