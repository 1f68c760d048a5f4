import type {Json} from '#json'
import {type Cell, Formatted} from '#output/types'

/** What programs get of a cell: json, yaml, csv, value and shell. A field that a record does not have is empty. */
export function machineValue(cell: Cell): Json {
  if (cell === undefined) return ''
  return cell instanceof Formatted ? cell.machine : cell
}

/** What people get of a cell: the table. */
export function humanValue(cell: Cell): Json {
  if (cell === undefined) return ''
  return cell instanceof Formatted ? cell.human : cell
}
