import {needsChoice} from '#advice/remedies/command-line'
import {correctLine} from '#advice/suggest/correct'
import type {NamesOf, RejectedLine} from '#advice/suggest/explain'
import {nounOf} from '#advice/suggest/noun'
import {shellQuote} from '#advice/suggest/quote'
import type {CommandFacts} from '#help/facts'
import {optionNamed, optionNames} from '#line/option-names'
import {sanitize} from '#output/sanitize'
import {kindIn} from '#resource/kinds'

/** What could be given for something that is missing: choices of the command, or names that the cloud was seen to have. */
export interface Possible {
  name: string
  what: string
  values: readonly string[]
  /** Where the values come from and how old they are; undefined for the command's own choices. */
  source: string | undefined
}

export function possible(names: readonly string[], facts: CommandFacts | undefined, namesOf: NamesOf): Possible[] {
  return names.map((name) => {
    const declared = name.startsWith('--') ? facts?.flags[name.slice(2)] : facts?.args[name]
    const what = declared?.description ?? ''
    if (declared?.options) return {name, what, values: declared.options, source: undefined}
    const noun = kindIn(what) ?? nounOf(name, (candidate) => namesOf(candidate) !== undefined)
    const known = noun === undefined ? undefined : namesOf(noun)
    const usable = known?.values.filter((value) => sanitize(value) === value && !value.includes('\n')) ?? []
    return {name, what, values: usable, source: known?.source}
  })
}

const MOST = 8

/** A line for each: what it is and what may be given. */
export const possibleLines = (missing: readonly Possible[]): string[] =>
  missing.flatMap(({name, what, values, source}) => {
    const shown = values.slice(0, MOST).map(shellQuote).join(', ')
    const more = values.length > MOST ? `, and ${values.length - MOST} more` : ''
    const title = name.startsWith('--') ? name : `<${name}>`
    if (values.length > 0) return [`Values for ${title}: ${shown}${more}${source ? ` (${source})` : ''}.`]
    return what === '' ? [] : [`${title}: ${what}`]
  })

/**
 * The line with something for all that is missing: what is known of the cloud, else what the command's own example has. Options
 * that all its examples have are usually needed: they are added, too. Else an example as it is.
 */
export function example(
  missing: readonly Possible[],
  {argv, used, id, program}: RejectedLine,
  facts: CommandFacts | undefined,
  namesOf: NamesOf,
): string | undefined {
  const declared = (facts?.examples ?? []).map((each) => (typeof each === 'string' ? each : each.command))
  const stock = facts ? declared.map((line) => stockOf(line, id, facts)) : []
  const filled = missing.map(({name, values}) => ({name, value: values[0] ?? stock[0]?.get(name)}))
  if (filled.every(({value}) => value !== undefined) && !needsChoice(facts?.flags ?? {})) {
    const usual = facts ? usualOptions(stock, [...argv, ...missing.map(({name}) => name)], facts) : []
    const known = possible(usual, facts, namesOf).map(({name, values}) => ({
      name,
      value: values[0] ?? stock[0]?.get(name),
    }))
    const added = [...filled, ...known].flatMap(({name, value = ''}) => given(name, value))
    return correctLine({argv: [...argv, ...added], used, id, facts}, program)
  }
  return declared[0]?.replace(/^osc /, `${program} `)
}

/** What the line of an example gives, by the names of arguments and options; nothing where a shell would change the line. */
function stockOf(line: string, id: string, {args, flags}: CommandFacts): Map<string, string> {
  const stock = new Map<string, string>()
  const command = `osc ${id} `
  if (!line.startsWith(command) || /['"|$<>\\;~]/.test(line)) return stock
  const positionals = Object.keys(args).values()
  const words = line.slice(command.length).split(' ').values()
  for (const word of words) {
    const [name = '', value] = word.split(/=(.*)/s)
    const flag = flags[name.slice(2)]
    if (!word.startsWith('-')) stock.set(positionals.next().value ?? '', word)
    else if (flag?.type === 'option') stock.set(name, value ?? words.next().value ?? '')
  }
  return stock
}

/** The options that each example gives a value, unless the line has them or something that excludes them. */
function usualOptions(stock: readonly Map<string, string>[], line: readonly string[], {flags}: CommandFacts): string[] {
  const present = line.flatMap(
    (word) => optionNamed(word.split('=', 1)[0] ?? '', Object.values(flags), optionNames) ?? [],
  )
  const [first = new Map<string, string>(), ...others] = stock
  return [...first.keys()].filter((name) => {
    const flag = flags[name.slice(2)]
    const excludes = (one: string, of: {exclusive?: readonly string[]}) => of.exclusive?.includes(one) === true
    return (
      flag !== undefined &&
      name.startsWith('--') &&
      others.every((each) => each.has(name)) &&
      present.every((one) => one !== flag && !excludes(one.name, flag) && !excludes(flag.name, one))
    )
  })
}

/** What must be added to a line to give a value; a value that looks like an option comes after `--`. */
export const given = (name: string, value: string): string[] =>
  name.startsWith('--') ? [`${name}=${value}`] : value.startsWith('-') ? ['--', value] : [value]
