import type {Columns, Row} from '@osc-cli/core'

const KEYS = ['id', 'resource_status', 'resource_status_reason', 'event_time', 'physical_resource_id']

/** Heats of long ago gave events no `resource_name`; then the logical ID stands in its place. */
export function eventColumns(first: Row | undefined, nested: boolean): Columns {
  const usual = nested ? [...KEYS, 'stack_name'] : KEYS
  if (!first) return columnsOf(usual)
  return 'resource_name' in first
    ? columnsOf(['resource_name', ...usual, 'logical_resource_id'])
    : columnsOf(['logical_resource_id', ...usual])
}

/** Columns headed by their keys. */
export const columnsOf = (keys: readonly string[]): Columns => Object.fromEntries(keys.map((key) => [key, key]))
