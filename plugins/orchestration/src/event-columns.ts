import type {Columns, Row} from '@osc-cli/core'

const KEYS = ['id', 'resource_status', 'resource_status_reason', 'event_time', 'physical_resource_id']

/** Events of very old Heat versions have no `resource_name`: the logical ID takes its place. */
export function eventColumns(first: Row | undefined, nested: boolean): Columns {
  const usual = nested ? [...KEYS, 'stack_name'] : KEYS
  if (!first) return columnsOf(usual)
  return 'resource_name' in first
    ? columnsOf(['resource_name', ...usual, 'logical_resource_id'])
    : columnsOf(['logical_resource_id', ...usual])
}

/** Columns with their keys as headers. */
export const columnsOf = (keys: readonly string[]): Columns => Object.fromEntries(keys.map((key) => [key, key]))
