import {editDistance} from '#edit-distance'
import {stems} from '#search/stem'
import type {Field, SearchDocument, SearchIndex, SearchSource} from '#search/types'
import {MEANS} from '#suggest/synonyms'

/** Something that was found, and the text in which it was. */
export interface Hit {
  document: SearchDocument
  plugin: string
  installed: boolean
  /** Higher is better; of no meaning between searches. */
  score: number
  reason: Field
  /** Words of the question that were found as another: what means the same, a beginning, a slip. */
  taken: readonly (readonly [asked: string, found: string])[]
}

const WEIGHTS: Readonly<Record<Field['in'], number>> = {
  name: 10,
  alias: 8,
  topic: 8,
  summary: 5,
  option: 3,
  argument: 2,
  description: 2,
  example: 2,
  text: 2,
}

/**
 * What has the words of a question, best first. A rare word says more than a frequent one, a name more than an example, and
 * what has all of the words stands before what has some.
 */
export function search(question: string, sources: readonly SearchSource[]): Hit[] {
  const asked = [...new Set(stems(question))]
  const hits = sources.flatMap((source) => {
    const matches = asked.map((word): [string, Matches] => [word, fieldsWith(word, source.index)])
    return source.index.documents.flatMap((document, place) => hit(document, place, matches, source))
  })
  return hits.sort(
    (a, b) =>
      b.score - a.score || a.document.id.length - b.document.id.length || (a.document.id < b.document.id ? -1 : 1),
  )
}

/** A stem that was found for a word, and how well it fits: 1 is the word itself. */
interface Match {
  stem: string
  fit: number
}

/** Document to field to the best match there, of one word. */
type Matches = Map<number, Map<number, Match>>

function hit(
  document: SearchDocument,
  place: number,
  matches: readonly [string, Matches][],
  source: SearchSource,
): Hit[] {
  const {plugin, installed, index} = source
  /** By field: how many of the words it has, and what they are worth there. */
  const found = new Map<number, readonly [words: number, worth: number]>()
  const taken: [string, string][] = []
  let score = 0
  let words = 0
  for (const [word, match] of matches) {
    const fields = match.get(place)
    if (!fields) continue
    const rarity = Math.log(1 + index.documents.length / match.size)
    const values = [...fields].map(([at, {fit}]) => [at, fit * rarity * weight(document.fields[at])] as const)
    const [stem] = [...fields.values()].toSorted((a, b) => b.fit - a.fit).map((like) => like.stem)
    if (stem !== undefined && stem !== word) taken.push([word, stem])
    for (const [at, value] of values) {
      const [before, worth] = found.get(at) ?? [0, 0]
      found.set(at, [before + 1, worth + value])
    }
    score += Math.max(...values.map(([, value]) => value))
    words += 1
  }
  const [best] = [...found].sort(([a, [n, x]], [b, [m, y]]) => m - n || y - x || a - b)
  const reason = best && document.fields[best[0]]
  if (!reason) return []
  return [{document, plugin, installed, reason, taken, score: score * (words / matches.length) ** 3}]
}

const weight = (field: Field | undefined) => (field ? WEIGHTS[field.in] : 0)

/** Where a word is: the word itself, one that it begins, one that means the same, or else one that is a slip away. */
function fieldsWith(word: string, index: SearchIndex): Matches {
  const matches: Matches = new Map()
  for (const [stem, fit] of likeStems(word, index)) {
    const places = index.stems[stem] ?? []
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
  const meant = Object.hasOwn(MEANS, word) ? (MEANS[word] ?? []) : []
  const found: [string, number][] = [
    ...(Object.hasOwn(known, word) ? [[word, 1] as [string, number]] : []),
    ...meant.filter((other) => Object.hasOwn(known, other)).map((other): [string, number] => [other, 0.5]),
  ]
  const all = Object.keys(known)
  const longer = word.length < 3 ? [] : all.filter((stem) => stem !== word && stem.startsWith(word))
  found.push(...longer.map((stem): [string, number] => [stem, 0.6 * (word.length / stem.length)]))
  if (found.length > 0 || word.length < 4) return found
  return all
    .filter((stem) => Math.abs(stem.length - word.length) <= 1 && editDistance(stem, word) === 1)
    .map((stem): [string, number] => [stem, 0.4])
}
