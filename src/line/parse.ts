import type {Arg, Flag} from '@oclif/core/interfaces'
import {OscError, UsageError} from '#errors'
import {LineFault} from '#line/fault'
import {OUTPUT_GROUP} from '#output/format-names'

export type FlagTable = Readonly<Record<string, Flag<unknown>>>
export type ArgTable = Readonly<Record<string, Arg<unknown>>>

export interface Parsed {
  flags: Record<string, unknown>
  args: Record<string, unknown>
  /** The positional arguments as they were given. */
  argv: string[]
}

/**
 * Parses a command's own part of the line by its oclif declarations with the rules of argparse, which OSC's users
 * know: options and arguments in any order, `--name=value`, unique beginnings of option names, the last of a repeated
 * option counts (unless `multiple`), and an option's value may begin with a dash if it is no option of the command.
 * Absent switches are false. What is not given is taken from the variable that an option names, where that is set.
 */
export async function parseCommand(
  argv: readonly string[],
  flags: FlagTable,
  args: ArgTable,
  context: unknown,
  env: Env = {},
): Promise<Parsed> {
  const {given, positionals} = readTokens(argv, flags)
  const values: Record<string, unknown> = {}
  for (const [name, flag] of Object.entries(flags))
    values[name] = await flagValue(name, flag, given.get(name), context, env)
  checkRelations(flags, given)
  return {flags: values, args: await argValues(positionals, args, context), argv: positionals}
}

type Env = Readonly<Record<string, string | undefined>>
type Given = Map<string, (string | boolean)[]>

function readTokens(argv: readonly string[], flags: FlagTable): {given: Given; positionals: string[]} {
  const given: Given = new Map()
  const positionals: string[] = []
  const words = [...argv]
  const record = (name: string, value: string | boolean) => given.set(name, [...(given.get(name) ?? []), value])
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
      const value = option.value ?? words.shift()
      const missing = value === undefined || (option.value === undefined && (value === '--' || isOption(value, flags)))
      if (missing) throw new UsageError(`Option ${option.shown} needs a value${valueHelp(option.flag)}.`)
      record(option.name, value)
    }
  }
  return {given, positionals}
}

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
    throw new UsageError(`Option ${shown} could be ${fitting.join(', ')}.`, {hint: 'Write more of its name.'})
  const target = names.get(fitting[0] ?? '')
  if (!target) return undefined
  if (target.flag.type === 'boolean' && value !== undefined) {
    throw new UsageError(`Option ${fitting[0]} takes no value: '${word}'.`)
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
      hint: names.length > 0 ? `This command has ${names.join(', ')}.` : 'This command has no options of its own.',
    },
  )
}

const valueHelp = (flag: Flag<unknown>) =>
  flag.type !== 'option'
    ? ''
    : flag.options
      ? `: ${flag.options.join(', ')}`
      : flag.helpValue
        ? ` (${flag.helpValue})`
        : ''

async function flagValue(
  name: string,
  flag: Flag<unknown>,
  given: (string | boolean)[] | undefined,
  context: unknown,
  env: Env,
): Promise<unknown> {
  if (!given) {
    const variable = flag.env === undefined ? undefined : env[flag.env]
    if (variable) return await fromVariable(variable, flag, context)
    if (flag.required) {
      throw new LineFault(`Option --${name} is missing${valueHelp(flag)}.`, {kind: 'missing', names: [`--${name}`]})
    }
    const byDefault = await defaultOf(flag)
    return byDefault === undefined && flag.type === 'boolean' && !flag.allowNo ? false : byDefault
  }
  if (flag.type === 'boolean') return given.at(-1)
  const texts = given.map(String)
  if (!flag.multiple) return await parsedValue(`Option --${name}`, flag, texts.at(-1) ?? '', context)
  const pieces = flag.delimiter ? texts.flatMap((text) => text.split(flag.delimiter ?? ',')) : texts
  return await Promise.all(pieces.map((text) => parsedValue(`Option --${name}`, flag, text, context)))
}

async function fromVariable(text: string, flag: Flag<unknown>, context: unknown): Promise<unknown> {
  if (flag.type === 'boolean') return !/^(?:0|false|no)$/i.test(text)
  const value = await parsedValue(`Variable ${flag.env}`, flag, text, context)
  return flag.multiple ? [value] : value
}

async function defaultOf(declared: Flag<unknown> | Arg<unknown>): Promise<unknown> {
  const {default: byDefault} = declared as {default?: unknown}
  return typeof byDefault === 'function' ? await byDefault({options: declared, flags: {}}) : byDefault
}

async function parsedValue(
  shown: string,
  declared: {options?: readonly unknown[]; parse?: unknown},
  text: string,
  context: unknown,
): Promise<unknown> {
  if (declared.options && !declared.options.includes(text)) {
    const hint = `Choose from ${declared.options.join(', ')}.`
    throw new LineFault(`${shown} cannot be '${text}'.`, {kind: 'choice', value: text}, {hint})
  }
  if (typeof declared.parse !== 'function') return text
  try {
    return await declared.parse(text, context, declared)
  } catch (error) {
    if (error instanceof OscError && error.exitCode !== 2) throw error
    throw new UsageError(`${shown}: ${error instanceof Error ? error.message : error}`, {
      cause: error,
      hint: error instanceof OscError ? error.hint : undefined,
    })
  }
}

function checkRelations(flags: FlagTable, given: Given): void {
  for (const [name, flag] of Object.entries(flags)) {
    const one = flag.exactlyOne ?? []
    if (one.length > 0 && one.filter((other) => given.has(other)).length !== 1) {
      throw new UsageError(`Give exactly one of ${one.map((other) => `--${other}`).join(', ')}.`)
    }
    const some = flag.atLeastOne ?? []
    if (some.length > 0 && !some.some((other) => given.has(other))) {
      throw new UsageError(`Give at least one of ${some.map((other) => `--${other}`).join(', ')}.`)
    }
    if (!given.has(name)) continue
    const against = (flag.exclusive ?? []).find((other) => given.has(other))
    if (against) throw new UsageError(`Options --${name} and --${against} exclude each other.`)
    const needed = (flag.dependsOn ?? []).find((other) => !given.has(other))
    if (needed) throw new UsageError(`Option --${name} needs --${needed} as well.`)
  }
}

/** Deals the positionals out in order; a `multiple` argument takes all that later ones do not need. */
async function argValues(
  positionals: readonly string[],
  args: ArgTable,
  context: unknown,
): Promise<Record<string, unknown>> {
  const entries = Object.entries(args)
  const values: Record<string, unknown> = {}
  let next = 0
  for (const [i, [name, arg]] of entries.entries()) {
    const shown = `Argument <${name}>`
    const reserved = entries.slice(i + 1).filter(([, later]) => later.required).length
    const left = positionals.length - next
    const spare = Math.max(left - reserved, arg.required ? Math.min(left, 1) : 0)
    const taken = positionals.slice(next, next + (arg.multiple ? spare : Math.min(1, spare)))
    next += taken.length
    if (taken.length === 0) {
      if (arg.required) throw missingArgument(entries.slice(i))
      values[name] = (await defaultOf(arg)) ?? (arg.multiple ? [] : undefined)
    } else if (arg.multiple) {
      values[name] = await Promise.all(taken.map((text) => parsedValue(shown, arg, text, context)))
    } else {
      values[name] = await parsedValue(shown, arg, taken[0] ?? '', context)
    }
  }
  const extra = positionals.slice(next)
  if (extra.length > 0) {
    const message = `Too many arguments: ${extra.map((word) => `'${word}'`).join(', ')}.`
    const expected =
      entries.length > 0 ? `Expected: ${entries.map(([name]) => `<${name}>`).join(' ')}.` : 'Expected none.'
    throw new LineFault(message, {kind: 'extra'}, {hint: expected})
  }
  return values
}

function missingArgument(from: [string, Arg<unknown>][]): LineFault {
  const names = from.filter(([, arg]) => arg.required).map(([name]) => name)
  const shown = names.map((name) => `<${name}>`).join(', ')
  return new LineFault(`Missing ${names.length === 1 ? 'argument' : 'arguments'} ${shown}.`, {
    kind: 'missing',
    names,
  })
}
