import {type Columns, pick} from '@osc-cli/core'

/** The fields of these names as columns, for nouns whose lists and shows use the same headers. */
export const columnsOf = <F extends Columns>(from: F, ...names: readonly (keyof F & string)[]): Columns =>
  pick(from, Object.fromEntries(names.map((name) => [name, name])))
