import type {ParsedOption} from '@osc-cli/core'

/** Which of several switches was given last, as argparse decides between `--x` and `--no-x`; undefined when none was. */
export const lastOf = (given: readonly ParsedOption[], ...names: string[]): string | undefined =>
  given.findLast(({name}) => names.includes(name))?.name

/** Whether the switch was given last of the two; false when neither was. */
export const isOn = (given: readonly ParsedOption[], on: string, off = `no-${on}`): boolean =>
  lastOf(given, on, off) === on
