import type {Columns, Row} from '@osc-cli/core'

/** Attributes of most resources that not every release of Neutron sends. */
export const STANDARD_ATTRIBUTES = ['created_at', 'revision_number', 'updated_at']

/** The fields, and those of the named attributes that Neutron sent: they depend on its extensions. */
export function withOptional(shown: Columns, row: Row, names: readonly string[]): Columns {
  const answered = names.filter((name) => row[name] !== undefined).map((name) => [name, name])
  const entries = Object.entries({...shown, ...Object.fromEntries(answered)} as Columns)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
