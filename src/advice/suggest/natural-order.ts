import {FILLERS} from '#advice/suggest/fillers'
import {ownOptions} from '#advice/suggest/options'
import type {ArgFacts, CommandFacts} from '#help/facts'

/** A line, and the places in it of the words that name the command. */
export interface PlacedWords {
  argv: readonly string[]
  used: readonly number[]
}

interface Item {
  word: string
  kind: 'command' | 'argument' | 'other'
}

/**
 * A line that was put as a sentence, as the command takes it: `add role reader to user joe` has an option in words, and the
 * arguments of `add user joe to group staff` come after their nouns and not in their order.
 */
export function reorder({argv, used}: PlacedWords, facts: CommandFacts): PlacedWords {
  const items = inOrder(withOptions(itemsOf(argv, used), facts), Object.values(facts.args))
  return {
    argv: items.map(({word}) => word),
    used: items.flatMap(({kind}, at) => (kind === 'command' ? [at] : [])),
  }
}

function itemsOf(argv: readonly string[], used: readonly number[]): Item[] {
  const stop = argv.indexOf('--')
  return argv.map((word, at): Item => {
    if (used.includes(at)) return {word, kind: 'command'}
    const before = argv[at - 1] ?? ''
    const isValue = before.startsWith('-') && !before.includes('=')
    const isOther = word.startsWith('-') || isValue || (stop >= 0 && at > stop)
    return {word, kind: isOther ? 'other' : 'argument'}
  })
}

/** `to user joe` as `--user joe`; without the filler only where the command has no room for so many arguments. */
function withOptions(items: readonly Item[], facts: CommandFacts): Item[] {
  const args = Object.values(facts.args)
  const required = args.filter((arg) => arg.required)
  const room = args.some(({multiple}) => multiple) ? Number.POSITIVE_INFINITY : args.length
  const options = ownOptions(facts.flags).filter(({takesValue}) => takesValue)
  let line = [...items]
  let isOpen = false
  for (let at = 0; at < line.length; at += 1) {
    const arguments_ = line.filter(({kind}) => kind === 'argument').length
    const name = line[at]?.kind === 'argument' ? `--${line[at]?.word.toLowerCase()}` : ''
    const filler = line[at - 1]?.kind === 'argument' && FILLERS.has(line[at - 1]?.word ?? '') ? 1 : 0
    if (!options.some((option) => option.name === name) || (filler === 0 && arguments_ <= room)) continue
    const value = line[at + 1]
    const isGiven = value?.kind === 'argument' && arguments_ - filler - 2 >= required.length
    isOpen ||= !isGiven
    const option = [name, isGiven ? value.word : name.slice(2).toUpperCase()]
    const added = option.map((word): Item => ({word, kind: 'other'}))
    line = [...line.slice(0, at - filler), ...added, ...line.slice(at + (isGiven ? 2 : 1))]
    at += 1 - filler
  }
  const left = line.filter(({kind}) => kind === 'argument').length
  const lacking = isOpen
    ? required.slice(left).map((arg): Item => ({word: arg.name.toUpperCase(), kind: 'argument'}))
    : []
  return [...line, ...lacking]
}

/** Arguments that come after their own nouns, all of them, in the order of the command. */
function inOrder(items: readonly Item[], args: readonly ArgFacts[]): Item[] {
  const bound: [item: Item, arg: number][] = []
  for (const [at, item] of items.entries()) {
    if (item.kind !== 'argument') continue
    const before = items[at - 1]
    const own = before?.kind === 'command' ? args.findIndex(({name}) => isNoun(before.word, name)) : -1
    const arg = before?.kind === 'argument' ? bound.at(-1)?.[1] : own
    if (arg === undefined || arg < 0) return [...items]
    bound.push([item, arg])
  }
  const sorted = bound.toSorted(([, a], [, b]) => a - b).map(([item]) => item)
  return items.map((item) => (item.kind === 'argument' ? (sorted.shift() ?? item) : item))
}

const isNoun = (word: string, argument: string) => [argument, argument.replace(/s$/, '')].includes(word.toLowerCase())
