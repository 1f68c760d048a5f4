import {Flags, UsageError} from '@osc-cli/core'

const IN_GB: Readonly<Record<string, number>> = {G: 1, T: 1024, P: 1024 ** 2}

/** A size in GB, without a unit. */
export const gigabytes = Flags.custom<number>({
  helpValue: 'GB',
  async parse(text) {
    const size = Number(text)
    if (/^[+-]?\d+$/.test(text) && Number.isSafeInteger(size)) return size
    const [, number, unit = ''] = /^(\d+)\s*([GTP])(?:i?B)?$/i.exec(text) ?? []
    const meant = Number(number) * (IN_GB[unit.toUpperCase()] ?? 1)
    const isMeant = Number.isSafeInteger(meant) && meant > 0
    throw new UsageError(`expected a whole number of GB, got '${text}'.`, {
      hint: isMeant
        ? `Write it without a unit: --size ${meant}`
        : 'Write it in GB without a unit, for instance: --size 10',
    })
  },
})
