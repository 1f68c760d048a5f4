import {destructiveVerb} from '#advice/destructive'
import type {LineReading} from '#advice/secrets/hide'
import {LACKS_A_WORD, type Suggestion, suggestCommands} from '#advice/suggest/commands'
import {corrected} from '#advice/suggest/correct'
import {reorder} from '#advice/suggest/natural-order'
import {wordCost} from '#advice/suggest/word-cost'
import {type CommandFacts, commandFacts} from '#help/facts'
import type {Word} from '#line/words'
import {visibleIn} from '#plugins/names'
import type {PluginIndex} from '#plugins/types'

export interface Suggested {
  /** Whole lines that may have been meant, best first: they can be pasted, and are never run. */
  lines: string[]
  /** Commands among them that no plugin of the index has. */
  absent: string[]
  /** The noun that was named where none of its commands is like the line. */
  noun: string | undefined
}

export function suggest(
  argv: readonly string[],
  leading: readonly Word[],
  index: PluginIndex,
  program: string,
): Suggested {
  const drafts = meantCommands(argv, leading, index).map(({id, cost, used, added, renamed, facts}) => {
    const line = facts ? reorder({argv, used}, facts) : {argv, used}
    return {id, cost, ...corrected({...line, id, added, renamed, facts, withoutUnknown: true}, program)}
  })
  const fitting = drafts.filter(({overfull}) => !overfull)
  const shown = fitting.length > 0 ? fitting : drafts.filter(({cost}) => cost < LACKS_A_WORD)
  const [first] = drafts
  return {
    lines: [...new Set(shown.map(({line}) => line))],
    absent: shown
      .map(({id}) => id)
      .filter((id) => !Object.hasOwn(index.commands, id) && !Object.hasOwn(index.aliases, id)),
    noun: first?.id.includes(' ') ? first.id.slice(0, first.id.lastIndexOf(' ')) : undefined,
  }
}

/** The line read as each command that may have been meant. */
export const readings = (argv: readonly string[], leading: readonly Word[], index: PluginIndex): LineReading[] =>
  meantCommands(argv, leading, index).map(({used, renamed, facts}) => ({used, renamed, declared: facts}))

const ALIKE = 0.5

/** A command that takes something away is suggested only where its verb, or one that means it, was typed. */
function isRequested(id: string, typed: readonly string[]): boolean {
  const verb = destructiveVerb(id)
  const isIt = (word: string) => word.length > 1 && wordCost(word, verb ?? '') < ALIKE
  return (
    verb === undefined || typed.some((word) => [word, ...word.split(/[^a-z0-9]+/)].some(isIt) || word.includes(verb))
  )
}

interface MeantCommand extends Suggestion {
  /** A manifest is large: it is read where something is next to the command. */
  facts: CommandFacts | undefined
}

/** What the last line of each index was taken for: ranking costs some ms, and both its error and its mask need it. */
const lastMeant = new WeakMap<PluginIndex, {line: string; commands: readonly MeantCommand[]}>()

/** The commands that may have been meant, best first, with the places of the words that name them. */
function meantCommands(argv: readonly string[], leading: readonly Word[], index: PluginIndex): readonly MeantCommand[] {
  const line = JSON.stringify([argv, leading])
  const last = lastMeant.get(index)
  if (last?.line === line) return last.commands
  const commands = rankedCommands(argv, leading, index)
  lastMeant.set(index, {line, commands})
  return commands
}

function rankedCommands(argv: readonly string[], leading: readonly Word[], index: PluginIndex): MeantCommand[] {
  const ids = Object.keys(index.commands).filter(visibleIn(index))
  const {words, suggestions} = bestReading(argv, leading, ids)
  const typed = words.map(({text}) => text.toLowerCase())
  return suggestions
    .filter(({id}) => isRequested(id, typed))
    .map((suggestion) => {
      const used = suggestion.used.map((place) => words[place]?.at ?? 0)
      const facts = argv.length > used.length ? commandFacts(suggestion.id, index)?.command : undefined
      return {...suggestion, used, facts}
    })
}

interface Reading {
  words: readonly Word[]
  suggestions: readonly Suggestion[]
}

/** A word after an unknown option is its value or a part of the command: the reading that fits a command better. */
function bestReading(argv: readonly string[], leading: readonly Word[], ids: readonly string[]): Reading {
  const bare = [...leading, ...laterWords(argv, leading, false)]
  const all = [...leading, ...laterWords(argv, leading, true)]
  const read = (words: readonly Word[]): Reading => {
    const texts = words.map(({text}) => text)
    return {words, suggestions: suggestCommands(texts, ids)}
  }
  const first = read(bare)
  if (all.length === bare.length) return first
  const second = read(all)
  const costOf = (reading: Reading) => reading.suggestions[0]?.cost ?? Number.POSITIVE_INFINITY
  return costOf(second) < costOf(first) - 0.3 ? second : first
}

function laterWords(argv: readonly string[], leading: readonly Word[], withValues: boolean): Word[] {
  const from = (leading.at(-1)?.at ?? -1) + 1
  const stop = argv.indexOf('--')
  return argv.slice(0, stop < 0 ? argv.length : stop).flatMap((text, at): Word[] => {
    const before = argv[at - 1] ?? ''
    const mayBeValue = before.startsWith('-') && !before.includes('=')
    return at < from || text.startsWith('-') || (mayBeValue && !withValues) ? [] : [{text, at}]
  })
}
