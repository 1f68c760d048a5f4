import {FILLERS, withFillers} from '#advice/suggest/fillers'
import {asOneWord, joinedWords, nearLength} from '#advice/suggest/joined'
import {type Piece, piecesOf, wordTest} from '#advice/suggest/pieces'
import {ARGUMENT, costFrom, STRANGER} from '#advice/suggest/word-cost'

/** A command that may have been meant. */
export interface Guess {
  id: string
  /** 0 is what was typed; a whole word that is missing costs 0.8. */
  cost: number
  /** Places, in the words that were typed, of those that name the command. */
  used: readonly number[]
}

/** A way to read the words as a command. */
export type Found = Omit<Guess, 'id'>

/** The verb that is left out is most often `list`: `stacks`. */
const missing = (part: string): number => (part === 'list' ? 0.7 : part === 'show' ? 0.75 : 0.8)
const IN_FRONT = 0.7
/** `project web delete`: an argument between noun and verb. */
const BETWEEN = 0.3
const FILLED = 0.05
/** Several things are asked for: `get stacks`. */
const PLURAL = 0.1
const TORN = 0.5
const SWAPPED = 0.1
const MOST_PIECES = 9

/**
 * The commands that are most like the words, best first. The words may be in any order, misspelt, abbreviated, joined or
 * split, by dashes or without; what is left of them after the command are its arguments.
 */
export function rank(words: readonly string[], ids: readonly string[]): Guess[] {
  const commands = ids.map((id) => ({id, parts: id.split(' ')}))
  const isWord = wordTest(commands.flatMap(({parts}) => parts))
  const pieces = words.flatMap((word, at) => piecesOf(word, at, isWord)).slice(0, MOST_PIECES)
  const costFroms = pieces.map(({text}) => costFrom(text))
  const costs = new Map<string, readonly number[]>()
  const costsOf = (word: string): readonly number[] => {
    const known = costs.get(word)
    if (known) return known
    const fresh = costFroms.map((costOf) => costOf(word))
    costs.set(word, fresh)
    return fresh
  }
  const least = new Map<string, number>()
  const leastOf = (word: string): number => {
    const known = least.get(word)
    if (known !== undefined) return known
    const fresh = Math.min(missing(word), ...costsOf(word))
    least.set(word, fresh)
    return fresh
  }
  const joined = joinedWords(words)
  const isNear = nearLength(joined)
  const guesses: Guess[] = []
  for (const {id, parts} of commands) {
    const most = tolerated(parts)
    const apart = atLeast(parts, leastOf) > most ? undefined : wordByWord(parts, pieces, costsOf)
    const together = isNear(id.length - parts.length + 1) ? asOneWord(parts, joined, words.length) : undefined
    const best = together && together.cost < (apart?.cost ?? Number.POSITIVE_INFINITY) ? together : apart
    if (best && best.cost <= most) guesses.push({id, ...best, used: withFillers(best.used, words)})
  }
  return guesses.sort((a, b) => a.cost - b.cost || a.id.length - b.id.length || (a.id < b.id ? -1 : 1))
}

/** A command of many words may be typed with more mistakes. */
const tolerated = (parts: readonly string[]): number => 0.45 * parts.length + 0.35

/** What a command costs even if no two of its parts wanted the same piece: most commands need no closer look. */
function atLeast(parts: readonly string[], leastOf: (word: string) => number): number {
  let sum = 0
  for (const part of parts) sum += leastOf(part)
  return sum
}

/** The cheapest way to give each part of a command a piece of what was typed. */
function wordByWord(
  parts: readonly string[],
  pieces: readonly Piece[],
  costsOf: (word: string) => readonly number[],
): Found | undefined {
  let best: Found | undefined
  const places: number[] = []
  const deal = (at: number, cost: number) => {
    if (best && cost >= best.cost) return
    const part = parts[at]
    if (part === undefined) {
      const taken = places.filter((place) => place >= 0)
      const total = Math.max(0, cost + disorder(taken, pieces) - asMany(parts, places, pieces))
      if (taken.length > 0 && (!best || total < best.cost)) {
        best = {cost: total, used: [...new Set(taken.map((place) => pieces[place]?.word ?? 0))]}
      }
      return
    }
    for (const [place, price] of costsOf(part).entries()) {
      if (price >= STRANGER || places.includes(place)) continue
      places.push(place)
      deal(at + 1, cost + price)
      places.pop()
    }
    places.push(-1)
    deal(at + 1, cost + missing(part))
    places.pop()
  }
  deal(0, 0)
  return best
}

/** What it costs that pieces are in another order, or that words stand among them which are not a part of the command. */
function disorder(taken: readonly number[], pieces: readonly Piece[]): number {
  const [first, last] = [Math.min(...taken), Math.max(...taken)]
  const words = new Set(taken.map((place) => pieces[place]?.word))
  const strange = new Set<number>()
  let cost = 0
  for (const [place, {text, word}] of pieces.entries()) {
    if (taken.includes(place)) continue
    if (words.has(word)) cost += TORN
    else if (!strange.has(word))
      cost += FILLERS.has(text) ? FILLED : place < first ? IN_FRONT : place < last ? BETWEEN : ARGUMENT
    strange.add(word)
  }
  for (let i = 1; i < taken.length; i += 1) if ((taken[i] ?? 0) < (taken[i - 1] ?? 0)) cost += SWAPPED
  return cost
}

/** What is taken off for `list` where the noun stands in its plural. */
function asMany(parts: readonly string[], places: readonly number[], pieces: readonly Piece[]): number {
  const isPlural = parts.some((part, at) => pieces[places[at] ?? -1]?.text === `${part}s`)
  return parts.at(-1) === 'list' && isPlural ? PLURAL : 0
}
