import {needsChoice} from '#advice/remedies/command-line'
import {correctLine} from '#advice/suggest/correct'
import type {NamesOf, RejectedLine} from '#advice/suggest/explain'
import {nounOf} from '#advice/suggest/noun'
import {shellQuote} from '#advice/suggest/quote'
import type {CommandFacts} from '#help/facts'
import {sanitize} from '#output/sanitize'

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
    const noun = nounOf(name, (candidate) => namesOf(candidate) !== undefined)
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

/** The line with something for all that is missing, as far as that is known; else an example of the command's own. */
export function example(
  missing: readonly Possible[],
  {argv, used, id, program}: RejectedLine,
  facts: CommandFacts | undefined,
): string | undefined {
  if (missing.every(({values}) => values.length > 0) && !needsChoice(facts?.flags ?? {})) {
    const added = missing.flatMap(({name, values}) => given(name, values[0] ?? ''))
    return correctLine({argv: [...argv, ...added], used, id, facts}, program)
  }
  const declared = facts?.examples?.[0]
  const line = typeof declared === 'string' ? declared : declared?.command
  return line?.replace(/^osc /, `${program} `)
}

/** What must be added to a line to give a value; a value that looks like an option comes after `--`. */
export const given = (name: string, value: string): string[] =>
  name.startsWith('--') ? [`${name}=${value}`] : value.startsWith('-') ? ['--', value] : [value]
