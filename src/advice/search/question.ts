import {means} from '#advice/search/meanings'
import {stems, wordsOf} from '#advice/search/stem'

/** A word that is looked for, and how much it says of what is asked: 1, or little. */
export interface QueryTerm {
  stem: string
  weight: number
}

/** The words that hold a sentence together. They say little beside others, and all there is without others. */
const WEAK = new Set(
  stems(
    'i me we you who whom what which when where how why do does did done can could may might must should would will ' +
      'am was were been being have has had got this these those there here with without from into at as than then if so but ' +
      'want need please some any many much more very just only use using make thing something way about not no nothing go goes went happen happened',
  ),
)
/** Whose it is says half of what it is. */
const OWN = new Set(stems('my mine our your'))
const LITTLE = 0.2
const HALF = 0.5
const SHORTEST_PART = 3

/**
 * The words to look for in a question. Neighbours that help knows as one word are that word (`who am i`), and a word that it does
 * not know is two that it knows, if it is written as these (`createuser`).
 */
export function queryTerms(question: string, isKnown: (stem: string) => boolean): QueryTerm[] {
  const known = (stem: string) => isKnown(stem) || means(stem).length > 0
  const words = wordsOf(question)
  const found: QueryTerm[] = []
  for (let at = 0; at < words.length; at += 1) {
    const joined = joinedAt(words, at, known)
    if (joined) {
      found.push({stem: joined.stem, weight: 1})
      at += joined.length - 1
      continue
    }
    for (const stem of stems(words[at] ?? ''))
      found.push(...parts(stem, known).map((part) => ({stem: part, weight: weightOf(part)})))
  }
  return [...new Map(found.map((term) => [term.stem, term])).values()]
}

const weightOf = (stem: string) => (WEAK.has(stem) ? LITTLE : OWN.has(stem) ? HALF : 1)

function joinedAt(words: readonly string[], at: number, known: (stem: string) => boolean) {
  for (const length of [3, 2]) {
    const some = words.slice(at, at + length)
    const [stem] = stems(some.join(''))
    if (some.length === length && stem !== undefined && known(stem)) return {stem, length}
  }
  return undefined
}

function parts(stem: string, known: (stem: string) => boolean): string[] {
  if (known(stem)) return [stem]
  for (let cut = SHORTEST_PART; cut <= stem.length - SHORTEST_PART; cut += 1) {
    const two = [stem.slice(0, cut), stem.slice(cut)]
    if (two.every(known)) return two
  }
  return [stem]
}
