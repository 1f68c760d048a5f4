import type {Cell, Columns, Row} from '@osc-cli/core'
import {jsonCell, linkCell, wrappedCell, yamlCell} from '#format/cells'

const FIRST = [
  'id',
  'stack_name',
  'description',
  'creation_time',
  'updated_time',
  'stack_status',
  'stack_status_reason',
]
const NESTED = new Set(['parameters', 'outputs', 'links', 'tags'])

/** The main fields of a stack, after it was created or changed. */
export const stackSummary: Columns = Object.fromEntries(FIRST.map((name) => [name, name]))

/** A stack as heatclient shows it: the usual fields first, then the rest as it came, nested values as YAML in tables. */
export function stackFields(stack: Row, {outputs}: {outputs: boolean}): Columns {
  const listed = [...FIRST, 'parameters', ...(outputs ? ['outputs'] : []), 'links']
  const names = [
    ...listed,
    ...Object.keys(stack).filter((key) => !listed.includes(key) && key !== 'template_description'),
  ]
  return Object.fromEntries(
    names.map((name) => [name, (row: Row) => (NESTED.has(name) ? yamlCell(row[name]) : row[name])]),
  )
}

const PREVIEW_CELLS: Readonly<Record<string, (value: Cell) => Cell>> = {
  description: wrappedCell,
  template_description: wrappedCell,
  stack_status_reason: wrappedCell,
  parameters: jsonCell,
  outputs: jsonCell,
  resources: jsonCell,
  links: linkCell,
}

/** The fields of a preview. */
export const previewFields = (stack: Row): Columns =>
  Object.fromEntries(
    Object.keys(stack)
      .sort()
      .map((name) => [name, (row: Row) => PREVIEW_CELLS[name]?.(row[name]) ?? row[name]]),
  )
