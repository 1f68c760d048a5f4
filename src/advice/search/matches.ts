import {means} from '#advice/search/meanings'
import type {SearchIndex} from '#advice/search/types'
import {editDistance} from '#text/edit-distance'

/** A stem that was found for a word, and how well it fits: 1 is the word itself. */
interface Match {
  stem: string
  fit: number
}

/** Document to field to the best match there, of one word. */
export type Matches = Map<number, Map<number, Match>>

/** Where a word is: the word itself, one that it begins, one that means the same, or else one that is a slip away. */
export function fieldsWith(word: string, index: SearchIndex): Matches {
  const matches: Matches = new Map()
  for (const [stem, fit] of likeStems(word, index)) {
    const places = (index.stems[stem] ?? '').split(' ').map(Number)
    for (let i = 0; i < places.length; i += 2) {
      const [document = 0, field = 0] = places.slice(i, i + 2)
      const fields = matches.get(document) ?? new Map<number, Match>()
      if (fit > (fields.get(field)?.fit ?? 0)) fields.set(field, {stem, fit})
      matches.set(document, fields)
    }
  }
  return matches
}

function likeStems(word: string, {stems: known}: SearchIndex): [string, number][] {
  const found: [string, number][] = [
    ...(Object.hasOwn(known, word) ? [[word, 1] as [string, number]] : []),
    ...means(word)
      .filter((other) => Object.hasOwn(known, other))
      .map((other): [string, number] => [other, 0.5]),
  ]
  const all = Object.keys(known)
  const longer = word.length < 3 ? [] : all.filter((stem) => stem !== word && stem.startsWith(word))
  found.push(...longer.map((stem): [string, number] => [stem, 0.6 * (word.length / stem.length)]))
  if (found.length > 0 || word.length < 4) return found
  return all
    .filter((stem) => Math.abs(stem.length - word.length) <= 1 && editDistance(stem, word) === 1)
    .map((stem): [string, number] => [stem, 0.4])
}
