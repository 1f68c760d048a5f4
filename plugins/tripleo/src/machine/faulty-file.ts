import {OscError} from '@osc-cli/core'

/** An error that lists the faults of a file with machines or servers. */
export const faultyFile = (file: string, faults: readonly string[]): OscError =>
  new OscError(
    [`${file} has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}.`, ...faults].join('\n  '),
    {code: 'InvalidMachines', hint: 'Correct the file. Nothing was sent.'},
  )
