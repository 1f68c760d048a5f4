import {Flags} from '@osc-cli/core'

/** `--oldest` of the lists of executions. */
export const oldestFlag = {
  oldest: Flags.boolean({description: 'Start with the oldest items instead of the newest'}),
}
