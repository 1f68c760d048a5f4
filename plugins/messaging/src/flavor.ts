import type {Columns} from '@osc-cli/core'

export const flavorColumns: Columns = {Name: 'name', 'Pool list': ({pool_list}) => pool_list ?? null}

export const flavorFields: Columns = {...flavorColumns, Capabilities: ({capabilities}) => capabilities ?? {}}
