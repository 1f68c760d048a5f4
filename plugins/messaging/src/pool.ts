import type {Columns} from '@osc-cli/core'

export const poolColumns: Columns = {
  Name: 'name',
  Weight: 'weight',
  URI: 'uri',
  Flavor: ({flavor}) => flavor ?? null,
}

export const poolFields: Columns = {...poolColumns, Options: ({options}) => options ?? {}}

/** A pool as Zaqar shows it, which leaves out options that were not set. */
export const shownPoolFields: Columns = {...poolColumns, Options: ({options}) => options ?? ''}
