import {Args, Flags, UsageError} from '@osc-cli/core'

export const containerArg = (description: string) => Args.string({description: `${description} (name)`, required: true})

export const objectArg = (description: string) => Args.string({description: `${description} (name)`, required: true})

/** How many transfers run at a time. */
export const jobsFlag = Flags.integer({
  description: 'Number of objects to transfer at a time',
  min: 1,
  max: 64,
  default: 8,
  helpValue: 'NUMBER',
})

const UNITS: Readonly<Record<string, number>> = {'': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30}

/** A number of bytes: `500M`, `1G`. */
export const bytes = Flags.custom<number>({
  helpValue: 'SIZE',
  async parse(text) {
    const [, number, unit = ''] = /^(\d+)([KMG]?)(?:i?B)?$/i.exec(text) ?? []
    const size = Number(number) * (UNITS[unit.toUpperCase()] ?? 1)
    if (Number.isSafeInteger(size) && size > 0) return size
    throw new UsageError(`expected a number of bytes, got '${text}'.`, {hint: 'Write it as 1000000, 500M or 1G.'})
  },
})
