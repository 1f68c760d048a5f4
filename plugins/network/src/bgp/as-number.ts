import {Flags} from '@osc-cli/core'

/** A required option with the number of an autonomous system. */
export const asNumberFlag = (description: string) =>
  Flags.integer({
    description: `${description} (1 to 4294967295)`,
    helpValue: 'AS-NUMBER',
    min: 1,
    max: 4_294_967_295,
    required: true,
  })
