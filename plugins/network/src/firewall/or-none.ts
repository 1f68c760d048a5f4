import {Flags} from '@osc-cli/core'

const valueFlag = (description: string, helpValue: string, other: string) =>
  Flags.string({description, helpValue, exclusive: [other]})
const noneFlag = (description: string, other: string) => Flags.boolean({description, exclusive: [other]})

/** `--NAME VALUE` and `--no-NAME`, for an attribute that may be null. Read with `valueOrNone`. */
export const orNone = <const N extends string>(name: N, description: string, none: string, helpValue: string) =>
  ({[name]: valueFlag(description, helpValue, `no-${name}`), [`no-${name}`]: noneFlag(none, name)}) as Record<
    N,
    ReturnType<typeof valueFlag>
  > &
    Record<`no-${N}`, ReturnType<typeof noneFlag>>

/** What `--NAME` and `--no-NAME` say: the value, null, or undefined if neither is given. */
export function valueOrNone(flags: Readonly<Record<string, unknown>>, name: string): string | null | undefined {
  if (flags[`no-${name}`]) return null
  const value = flags[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
