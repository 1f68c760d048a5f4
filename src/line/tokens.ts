import type {Flag} from '@oclif/core/interfaces'
import {UsageError} from '#errors'
import {LineFault} from '#line/fault'
import {OUTPUT_GROUP} from '#output/format-names'

export type FlagTable = Readonly<Record<string, Flag<unknown>>>

/** By the name of an option the values that it was given, in their order; of a switch, whether it was turned on. */
export type OptionValues = Map<string, (string | boolean)[]>

/** An occurrence of an option: its name, and which of its values it is. */
export interface Occurrence {
  name: string
  at: number
}

/** What the words of a command are: options with their values, and arguments. */
export function readTokens(
  argv: readonly string[],
  flags: FlagTable,
): {given: OptionValues; order: Occurrence[]; positionals: string[]} {
  const given: OptionValues = new Map()
  const order: Occurrence[] = []
  const positionals: string[] = []
  const words = [...argv]
  const record = (name: string, value: string | boolean) => {
    const values = given.get(name) ?? []
    order.push({name, at: values.length})
    given.set(name, [...values, value])
  }
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === '--') {
      positionals.push(...words)
      break
    }
    if (isPositional(word)) {
      positionals.push(word)
      continue
    }
    const option = readOption(word, flags)
    if (!option) {
      if (!word.includes(' ')) throw unknownOption(word, flags)
      positionals.push(word)
    } else if (option.flag.type === 'boolean') {
      record(option.name, !option.negated)
      if (option.rest !== undefined) words.unshift(`-${option.rest}`)
    } else {
      const bare = bareValue(option.flag)
      const [next] = words
      const isAlone = option.value === undefined && (next === undefined || next === '--' || isOption(next, flags))
      // `workflow show --graph NAME`: a word that is not one of its values belongs to the command.
      const isOther = option.value === undefined && !(option.flag.options?.includes(next ?? '') ?? true)
      if (bare !== undefined && (isAlone || isOther)) {
        record(option.name, bare)
        continue
      }
      const value = option.value ?? words.shift()
      const missing = value === undefined || (option.value === undefined && (value === '--' || isOption(value, flags)))
      if (missing) throw new UsageError(`Option ${option.shown} requires a value${valueHelp(option.flag)}.`)
      record(option.name, value)
      while (option.value === undefined && isGreedy(option.flag)) {
        const [more] = words
        if (more === undefined || more === '--' || isOption(more, flags)) break
        words.shift()
        record(option.name, more)
      }
    }
  }
  return {given, order, positionals}
}

/** Whether an option takes all words up to the next option (argparse's `nargs='+'`). */
const isGreedy = (flag: Flag<unknown>): boolean => 'greedy' in flag && flag.greedy === true

/** The value of an option that was given without one, where that is allowed (argparse's `nargs='?'`). */
const bareValue = (flag: Flag<unknown>): string | undefined =>
  'bare' in flag && typeof flag.bare === 'string' ? flag.bare : undefined

const isPositional = (word: string) => !word.startsWith('-') || word === '-' || /^-\d+$|^-\d*\.\d+$/.test(word)

function isOption(word: string, flags: FlagTable): boolean {
  return word.startsWith('-') && word !== '-' && !word.includes(' ') && readOption(word, flags) !== undefined
}

interface ReadOption {
  name: string
  flag: Flag<unknown>
  shown: string
  negated?: boolean
  value?: string | undefined
  /** What is left of a cluster of short switches. */
  rest?: string | undefined
}

function readOption(word: string, flags: FlagTable): ReadOption | undefined {
  return word.startsWith('--') ? readLong(word, flags) : readShort(word, flags)
}

function readLong(word: string, flags: FlagTable): ReadOption | undefined {
  const equals = word.indexOf('=')
  const shown = equals < 0 ? word : word.slice(0, equals)
  const value = equals < 0 ? undefined : word.slice(equals + 1)
  const names = longNames(flags)
  const exact = names.get(shown)
  const fitting = exact ? [shown] : [...names.keys()].filter((name) => name.startsWith(shown))
  const targets = new Set(fitting.map((name) => `${names.get(name)?.name} ${names.get(name)?.negated}`))
  if (targets.size > 1)
    throw new UsageError(`Option ${shown} is ambiguous. It matches ${fitting.join(', ')}.`, {
      hint: 'Use the full name of the option.',
    })
  const target = names.get(fitting[0] ?? '')
  if (!target) return undefined
  if (target.flag.type === 'boolean' && value !== undefined) {
    throw new UsageError(`Option ${fitting[0]} does not take a value: '${word}'.`)
  }
  return {...target, shown: fitting[0] ?? shown, value}
}

function longNames(flags: FlagTable): Map<string, {name: string; flag: Flag<unknown>; negated: boolean}> {
  const names = new Map<string, {name: string; flag: Flag<unknown>; negated: boolean}>()
  for (const [name, flag] of Object.entries(flags)) {
    for (const long of [name, ...(flag.aliases ?? [])]) {
      names.set(`--${long}`, {name, flag, negated: false})
      if (flag.type === 'boolean' && flag.allowNo) names.set(`--no-${long}`, {name, flag, negated: true})
    }
  }
  return names
}

function readShort(word: string, flags: FlagTable): ReadOption | undefined {
  const char = word.slice(1, 2)
  const entry = Object.entries(flags).find(
    ([, flag]) => flag.char === char || flag.charAliases?.some((c) => c === char),
  )
  if (!entry) return undefined
  const [name, flag] = entry
  const behind = word.slice(2)
  const option = {name, flag, shown: `-${char}`}
  if (behind === '') return option
  return flag.type === 'boolean' ? {...option, rest: behind} : {...option, value: behind.replace(/^=/, '')}
}

function unknownOption(word: string, flags: FlagTable): LineFault {
  const visible = Object.entries(flags).filter(([, flag]) => !flag.hidden && flag.helpGroup !== OUTPUT_GROUP)
  const names = visible.map(([name]) => `--${name}`)
  const option = word.split('=', 1)[0] ?? word
  return new LineFault(
    `Unknown option ${option}.`,
    {kind: 'option', option},
    {
      hint: names.length > 0 ? `Options of this command: ${names.join(', ')}.` : 'This command does not have options.',
    },
  )
}

/** What an option takes, after a message about it. */
export const valueHelp = (flag: Flag<unknown>) =>
  flag.type !== 'option'
    ? ''
    : flag.options
      ? `: ${flag.options.join(', ')}`
      : flag.helpValue
        ? ` (${flag.helpValue})`
        : ''
