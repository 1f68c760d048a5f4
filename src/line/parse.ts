import type {Arg, Flag, ParserOutput} from '@oclif/core/interfaces'
import {OscError, UsageError} from '#errors'
import {LineFault} from '#line/fault'
import {checkRelations} from '#line/relations'
import {type FlagTable, type OptionValues, readTokens, valueHelp} from '#line/tokens'

export type ArgTable = Readonly<Record<string, Arg<unknown>>>

type Env = Readonly<Record<string, string | undefined>>

/** A parsed line. `raw`, `metadata` and `nonExistentFlags` are what oclif's own parser returns beside the values. */
export interface Parsed extends Pick<ParserOutput, 'raw' | 'metadata' | 'nonExistentFlags'> {
  flags: Record<string, unknown>
  args: Record<string, unknown>
  /** The positional arguments as they were given. */
  argv: string[]
  /** Options as written on the line, one after the other: for those whose order counts among each other. */
  given: readonly ParsedOption[]
}

/** One occurrence of an option on the line, with its parsed value. */
export interface ParsedOption {
  name: string
  value: unknown
}

/**
 * Parses a command's own part of the line by its oclif declarations with the rules of argparse, which OSC's users
 * know: options and arguments in any order, `--name=value`, unique beginnings of option names, the last of a repeated
 * option counts (unless `multiple`), and an option's value may begin with a dash if it is not an option of the command.
 * Absent switches are false. What is not given is taken from the variable that an option names, where that is set.
 */
export async function parseCommand(
  argv: readonly string[],
  flags: FlagTable,
  args: ArgTable,
  context: unknown,
  env: Env = {},
): Promise<Parsed> {
  const {given, order, positionals} = readTokens(argv, flags)
  const values: Record<string, unknown> = {}
  for (const [name, flag] of Object.entries(flags)) {
    if (flag.required && isMissing(name, flag, given, env)) {
      const names = missingNames({flags, args, given, positionals, env})
      throw new LineFault(`Option --${name} is missing${valueHelp(flag)}.`, {kind: 'missing', names})
    }
    values[name] = await flagValue(name, flag, given.get(name), context, env)
  }
  checkRelations(flags, given)
  const inOrder = order.map(({name, at}) => {
    const [value, flag] = [values[name], flags[name]]
    return {name, value: flag?.type === 'option' && flag.multiple && Array.isArray(value) ? value[at] : value}
  })
  const argNames = Object.keys(args)
  return {
    flags: values,
    args: await argValues(positionals, args, context),
    argv: positionals,
    given: inOrder,
    raw: [
      ...order.map(({name, at}) => ({type: 'flag' as const, flag: name, input: String(given.get(name)?.[at])})),
      ...positionals.map((input, i) => ({type: 'arg' as const, arg: argNames[i] ?? argNames.at(-1) ?? '', input})),
    ],
    metadata: {flags: Object.fromEntries(Object.keys(flags).map((name) => [name, {setFromDefault: !given.has(name)}]))},
    // An unknown option is an error here, so that none is left over.
    nonExistentFlags: [],
  }
}

const isMissing = (name: string, flag: Flag<unknown>, given: OptionValues, env: Env): boolean =>
  !given.has(name) && !(flag.env !== undefined && env[flag.env])

/** All that a line lacks: what completes it, beside what the message is about. */
function missingNames(line: {
  flags: FlagTable
  args: ArgTable
  given: OptionValues
  positionals: readonly string[]
  env: Env
}): string[] {
  const options = Object.entries(line.flags).filter(
    ([name, flag]) => flag.required && isMissing(name, flag, line.given, line.env),
  )
  const args = Object.entries(line.args).filter(([, arg]) => arg.required)
  return [...options.map(([name]) => `--${name}`), ...args.slice(line.positionals.length).map(([name]) => name)]
}

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
  declared: {options?: readonly unknown[]; parse?: unknown; ignoreCase?: true},
  given: string,
  context: unknown,
): Promise<unknown> {
  const text = declared.ignoreCase ? inDeclaredCase(given, declared.options) : given
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

function inDeclaredCase(given: string, options: readonly unknown[] = []): string {
  const isSame = (option: unknown) => String(option).toLowerCase() === given.toLowerCase()
  return String(options.find(isSame) ?? given)
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
