import {ExactNumber, type Json} from '#json'
import {machineValue} from '#output/cells'
import {type Cell, Formatted} from '#output/types'

type Row = readonly Cell[]

/** Rows sorted as cliff does: the first column counts most, None comes last, unknown columns do not count. */
export function sortByColumns(
  rows: readonly Row[],
  columns: readonly string[],
  names: readonly string[],
  descending: boolean,
): Row[] {
  const places = names.map((name) => columns.indexOf(name)).filter((place) => place >= 0)
  return places.reduceRight<Row[]>((sorted, place) => sortBy(sorted, place, descending ? -1 : 1), [...rows])
}

/** Two values that Python would not compare: a number with a text, an object with anything. */
class Incomparable extends Error {}

/** Stable also downwards, as Python's reverse sort. Where values cannot be compared the rows stay as they are. */
function sortBy(rows: Row[], place: number, sign: 1 | -1): Row[] {
  try {
    return rows.toSorted((a, b) => sign * compareCells(a[place], b[place]))
  } catch (error) {
    if (error instanceof Incomparable) return rows
    throw error
  }
}

function compareCells(a: Cell, b: Cell): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  if (a instanceof Formatted !== b instanceof Formatted) throw new Incomparable()
  return compare(machineValue(a), machineValue(b))
}

function compare(a: Json, b: Json): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  if (isNumber(a) && isNumber(b)) return Number(a) - Number(b)
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b)
  if (JSON.stringify(a) === JSON.stringify(b)) return 0
  throw new Incomparable()
}

const isNumber = (value: Json): boolean =>
  typeof value === 'number' || typeof value === 'boolean' || value instanceof ExactNumber

function compareLists(a: readonly Json[], b: readonly Json[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const order = compare(a[i] ?? null, b[i] ?? null)
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** By code point, as Python compares; JavaScript's own order differs beyond U+FFFF. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  const [x, y] = [[...a], [...b]]
  for (let i = 0; i < Math.min(x.length, y.length); i += 1) {
    const difference = (x[i]?.codePointAt(0) ?? 0) - (y[i]?.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return x.length - y.length
}
