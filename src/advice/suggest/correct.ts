import {destructiveVerb} from '#advice/destructive'
import {hideSecrets} from '#advice/secrets/hide'
import {anyOptions, type KnownOption, nearestChoice, nearestOption, ownOptions} from '#advice/suggest/options'
import {shellQuote} from '#advice/suggest/quote'
import type {CommandFacts} from '#help/facts'
import {optionNamed} from '#line/option-names'

/** A line that is nearly right: what is in it, and what is known of the command that was meant. */
interface Draft {
  /** All words of the line but the program's name. */
  argv: readonly string[]
  /** Places in `argv` of the words that name the command. */
  used: readonly number[]
  id: string
  added?: readonly string[]
  renamed?: Readonly<Record<string, string>>
  facts: CommandFacts | undefined
  /** Leaves out options that the command would refuse, except where something is deleted: they may have been meant to limit that. */
  withoutUnknown?: boolean
}

/** The words of the corrected line, secrets masked, not yet quoted; `overfull`: it has more arguments than the command. */
function correctWords(draft: Draft): {words: string[]; overfull: boolean} {
  const {used, id, added = [], renamed = {}, facts, withoutUnknown = false} = draft
  const argv = hideSecrets(draft.argv, {used, declared: facts, renamed}).words
  const own = facts ? ownOptions(facts.flags) : []
  const options = [...own, ...anyOptions()]
  const command = [...id.split(' '), ...added]
  const start = used.length > 0 ? Math.min(...used) : 0
  const line: string[] = []
  const behind: string[] = []
  const front: string[] = []
  let positional = 0
  for (let at = 0; at <= argv.length; at += 1) {
    if (at === start) line.push(...command, ...front)
    const word = argv[at]
    if (word === undefined || used.includes(at)) continue
    if (word === '--') {
      line.push(...argv.slice(at))
      break
    }
    if (!isOption(word)) {
      // No argument stands in front of its command.
      ;(at < start ? front : line).push(shownArgument(facts, positional, word))
      positional += 1
      continue
    }
    const output = outputOption(word, argv[at + 1], draft, options)
    if (output) {
      line.push(...output.words)
      at += output.taken
      continue
    }
    const equals = word.startsWith('--') ? word.indexOf('=') : -1
    const name = equals < 0 ? word : word.slice(0, equals)
    const option = meantOption(name, options, draft)
    const known = option !== undefined && option !== 'argument'
    const next = argv[at + 1]
    const hasNext = next !== undefined && !used.includes(at + 1)
    const takesNext =
      equals < 0 && hasNext && (known ? option.takesValue && option.stands === undefined : !isOption(next))
    const value = equals >= 0 ? word.slice(equals + 1) : takesNext ? next : undefined
    if (takesNext) at += 1
    const shownName = known ? option.name : name
    const shown = value === undefined ? undefined : shownValue(value, known ? option : undefined)
    if (option === 'argument') behind.push(...(shown === undefined ? [] : [shown]))
    else if (known && option.stands !== undefined) line.push(option.name, option.stands)
    else if (shown === undefined && known) line.push(kept(word, option))
    else if (shown === undefined && withoutUnknown && facts && destructiveVerb(id) === undefined) continue
    else if (shown === undefined) line.push(word)
    else if (equals >= 0) line.push(`${shownName}=${shown}`)
    else line.push(shownName, shown)
  }
  return {words: [...line, ...behind], overfull: facts !== undefined && positional > room(facts)}
}

/** The corrected line as it can be pasted. */
export const correctLine = (draft: Draft, program: string): string => corrected(draft, program).line

/** The same, and whether the command would refuse it for its many arguments. */
export function corrected(draft: Draft, program: string): {line: string; overfull: boolean} {
  const {words, overfull} = correctWords(draft)
  return {line: [program, ...words].map(shellQuote).join(' '), overfull}
}

/** How many arguments a command takes. */
function room({args}: CommandFacts): number {
  const declared = Object.values(args)
  return declared.some(({multiple}) => multiple) ? Number.POSITIVE_INFINITY : declared.length
}

const isOption = (word: string) => word.startsWith('-') && word !== '-' && !/^-\d/.test(word) && !word.includes(' ')

/** A unique beginning of a name stays as it was typed: it works. */
const kept = (word: string, option: KnownOption) => (option.name.startsWith(word) ? word : option.name)

/** What an option was meant to be: today's name of it, 'argument' when its value is one today. */
function meantOption(
  name: string,
  options: readonly KnownOption[],
  {renamed = {}, facts}: Draft,
): KnownOption | 'argument' | undefined {
  // An old client's -f was a template where today's is a format: the old meaning counts, if there is a name for it.
  const today = Object.hasOwn(renamed, name) ? renamed[name] : undefined
  const option = options.find((candidate) => candidate.name === today) ?? options.find((each) => each.name === name)
  if (option) return option
  if (today === '' && facts) return 'argument'
  const meant = optionNamed(name, options, (option) => [option.name])
  if (meant) return {...meant, name}
  // Of a command that is not installed the options are unknown: they stay.
  return facts && name.startsWith('--') ? nearestOption(name, options) : undefined
}

/** What kubectl and gcloud call `-o json`, `-ojson` or `-o wide`. */
function outputOption(word: string, next: string | undefined, {facts}: Draft, options: readonly KnownOption[]) {
  if (!facts || !word.startsWith('-o') || options.some(({name}) => name === '-o')) return undefined
  const joined = word.slice(2).replace(/^=/, '')
  const value = joined || next
  const taken = joined === '' ? 1 : 0
  if (value === 'wide' && options.some(({name}) => name === '--long')) return {words: ['--long'], taken}
  const format = options.find(({name}) => name === '--format')
  return value !== undefined && format?.choices.includes(value) ? {words: ['--format', value], taken} : undefined
}

function shownValue(value: string, option: KnownOption | undefined): string {
  const wrong = option && option.choices.length > 0 && !option.choices.includes(value)
  return (wrong && nearestChoice(value, option.choices)) || value
}

function shownArgument(facts: CommandFacts | undefined, place: number, value: string): string {
  const choices = Object.values(facts?.args ?? {})[place]?.options ?? []
  return choices.length === 0 || choices.includes(value) ? value : (nearestChoice(value, choices) ?? value)
}
