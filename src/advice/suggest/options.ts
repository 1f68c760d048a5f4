import type {FlagFacts} from '#help/facts'
import {globalOptions} from '#line/global-options'
import {optionNames} from '#line/option-names'
import {editDistance} from '#text/edit-distance'

/** An option of a command or of osc itself, under one of its names. */
export interface KnownOption {
  /** With its dashes. */
  name: string
  takesValue: boolean
  choices: readonly string[]
  /** The value that the typed name stands for: json for --json. */
  stands?: string
}

/** Names of other clients and other spellings, where the command has no such option. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  '--flavour': '--flavor',
  '--colour': '--color',
  '--centre': '--center',
  '--pass': '--password',
  '--passwd': '--password',
  '--tenant': '--project',
  '--tenant-id': '--project',
  '--tenant-name': '--project',
  '--cloud': '--os-cloud',
  '--region': '--os-region-name',
  '--output': '--format',
  '--json': '--format json',
  '--yaml': '--format yaml',
  '--csv': '--format csv',
  '--fields': '--column',
  '--template-file': '--template',
  '--parameters': '--parameter',
  '--env': '--environment',
}

/** A command's own options under all their names. */
export function ownOptions(flags: Readonly<Record<string, FlagFacts>>): KnownOption[] {
  return Object.values(flags).flatMap((flag) => {
    const takesValue = flag.type === 'option'
    return optionNames(flag).map((name) => ({name, takesValue, choices: flag.options ?? []}))
  })
}

/** The options that any command has. */
export function anyOptions(): KnownOption[] {
  return globalOptions().flatMap(({name, char, value, choices}) =>
    [name, ...(char ? [`-${char}`] : [])].map((each) => {
      return {name: each, takesValue: value !== undefined, choices: choices ?? []}
    }),
  )
}

/** The option that is most like a long name that means nothing; undefined when none is like it. */
export function nearestOption(name: string, options: readonly KnownOption[]): KnownOption | undefined {
  const typed = name.toLowerCase().replaceAll('_', '-').replace(/^-*/, '--')
  const other = Object.hasOwn(OTHER_NAMES, typed) ? OTHER_NAMES[typed] : undefined
  const [otherName, stands] = other?.split(' ') ?? []
  const renamed = options.find(
    ({name, choices}) => name === otherName && (stands === undefined || choices.includes(stands)),
  )
  if (renamed && stands !== undefined) return {...renamed, stands}
  return renamed ?? nearest(typed, options, (option) => option.name)
}

/** The choice that is most like an invalid value. */
export const nearestChoice = (value: string, choices: readonly string[]): string | undefined =>
  choices.find((choice) => choice.toLowerCase() === value.toLowerCase()) ?? nearest(value, choices, (choice) => choice)

function nearest<T>(typed: string, among: readonly T[], nameOf: (one: T) => string): T | undefined {
  let best: {one: T; cost: number} | undefined
  for (const one of among) {
    const name = nameOf(one)
    const cost = likeness(typed, name)
    if (cost < (best?.cost ?? 0.4)) best = {one, cost}
  }
  return best?.one
}

/** 0 for the same, 1 for nothing in common; a beginning, an end and swapped words count as much as slips do. */
function likeness(typed: string, name: string): number {
  const bare = (text: string) => text.replace(/^--?/, '')
  const [from, to] = [bare(typed), bare(name)]
  const slips = editDistance(from, to) / Math.max(from.length, to.length, 1)
  const words = (text: string) => text.split('-').sort().join('-')
  if (words(from) === words(to)) return Math.min(slips, 0.1)
  const part = from.length >= 3 && (to.startsWith(from) || to.endsWith(from))
  return part ? Math.min(slips, 0.3 + 0.05 * (1 - from.length / to.length)) : slips
}
