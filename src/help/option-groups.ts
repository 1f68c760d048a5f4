import type {FlagFacts} from '#help/facts'
import {OUTPUT_GROUP} from '#output/format-names'

/** Options of one purpose, with the heading that they stand under. */
export interface OptionGroup {
  title: string
  flags: readonly FlagFacts[]
}

/** What options are for that mean the same in every command, where the command itself names no group. */
const PURPOSES: readonly (readonly [group: string, names: RegExp])[] = [
  ['PAGE', /^(?:limit|marker|max-items|sort)$/],
  ['WAIT', /^(?:wait|poll)$/],
  // A domain of the DNS is none of Keystone.
  ['DOMAIN', /(?<!^dns)-domain$/],
]

/** A command's options as they are listed: what is required, what has no purpose in particular, group by group, output. */
export function optionGroups(flags: readonly FlagFacts[]): OptionGroup[] {
  const required = flags.filter((flag) => flag.required)
  const grouped = Map.groupBy(
    flags.filter((flag) => !flag.required),
    purposeOf,
  )
  const names = [...grouped.keys()].filter((name) => name !== '' && name !== OUTPUT_GROUP)
  return [
    {title: 'REQUIRED OPTIONS', flags: required},
    ...['', ...names, OUTPUT_GROUP].map((name) => ({title: `${name} OPTIONS`.trim(), flags: grouped.get(name) ?? []})),
  ]
}

const purposeOf = ({name, helpGroup}: FlagFacts): string =>
  helpGroup ?? PURPOSES.find(([, names]) => names.test(name))?.[0] ?? ''
