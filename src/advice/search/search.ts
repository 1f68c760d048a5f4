import {documentAt} from '#advice/search/index-file'
import {fieldsWith, type Matches} from '#advice/search/matches'
import {queryTerms} from '#advice/search/question'
import {stems} from '#advice/search/stem'
import type {Field, SearchDocument, SearchSource} from '#advice/search/types'

/** Something that was found, and the text in which it was. */
export interface Hit {
  document: SearchDocument
  plugin: string
  /** The document's place in the index. */
  place: number
  installed: boolean
  /** Higher is better; of no meaning between searches. */
  score: number
  reason: Field
  /** Words of the question that were found as another: what means the same, a beginning, a slip. */
  taken: readonly (readonly [requested: string, found: string])[]
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
 * What has the words of a question, best first. A rare word says more than a frequent one, a name more than an example, a name
 * that was said whole more than a part of one, and what has all of the words stands before what has some.
 */
export function search(question: string, sources: readonly SearchSource[]): Hit[] {
  const requested = queryTerms(question, (stem) => sources.some(({index}) => Object.hasOwn(index.stems, stem)))
  const terms = requested.map(({stem, weight}): Term => {
    const places = sources.map(({index}) => fieldsWith(stem, index))
    const rarity = Math.log(1 + sum(sources, ({index}) => index.documents.length) / sum(places, ({size}) => size))
    return {stem, weight, worth: weight * rarity, places}
  })
  const hits = sources.flatMap((source, at) => {
    const places = new Set(terms.flatMap((term) => [...(term.places[at]?.keys() ?? [])]))
    return [...places].flatMap((place) => {
      const document = documentAt(source.index, place)
      const isHidden = document.kind === 'command' && source.runs?.(document.id) === false
      return isHidden ? [] : hit(document, place, terms, source, at)
    })
  })
  hits.sort(
    (a, b) =>
      b.score - a.score ||
      verbOrder(a.document) - verbOrder(b.document) ||
      a.document.id.length - b.document.id.length ||
      (a.document.id < b.document.id ? -1 : 1),
  )
  // Where two plugins have a command, there is one page of it.
  return [...Map.groupBy(hits, ({document: {kind, id}}) => `${kind} ${id}`).values()].flatMap((same) =>
    same.slice(0, 1),
  )
}

const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0)

/** Of the commands of a noun those that are most often the first to be needed; before them what is not a command of a noun. */
const FIRST_VERBS = ['list', 'start', 'show', 'create']

function verbOrder({kind, id}: SearchDocument): number {
  const [, verb] = /^.+ (\S+)$/.exec(id) ?? []
  if (kind !== 'command' || verb === undefined) return -1
  const at = FIRST_VERBS.indexOf(verb)
  return at < 0 ? FIRST_VERBS.length : at
}

/** A word that is looked for, what it is worth, and where it is in each source. */
interface Term {
  stem: string
  weight: number
  worth: number
  places: readonly Matches[]
}

function hit(document: SearchDocument, place: number, terms: readonly Term[], source: SearchSource, at: number): Hit[] {
  const {plugin, installed} = source
  /** By field: how many of the words it has, and what they are worth there. */
  const found = new Map<number, readonly [words: number, worth: number]>()
  const taken: [string, string][] = []
  let score = 0
  let covered = 0
  let named = 0
  for (const {stem: word, weight, worth, places} of terms) {
    const fields = places[at]?.get(place)
    if (!fields) continue
    const values = [...fields].map(([field, {fit}]) => [field, fit * worth * weightOf(document, field)] as const)
    const [stem] = [...fields.values()].toSorted((a, b) => b.fit - a.fit).map((like) => like.stem)
    if (stem !== undefined && stem !== word) taken.push([word, stem])
    for (const [field, value] of values) {
      const [before, sofar] = found.get(field) ?? [0, 0]
      found.set(field, [before + 1, sofar + value])
    }
    score += Math.max(...values.map(([, value]) => value))
    covered += weight
    named += fields.get(NAME)?.fit ?? 0
  }
  const [best] = [...found].sort(([a, [n, x]], [b, [m, y]]) => m - n || y - x || a - b)
  const reason = best && document.fields[best[0]]
  if (!reason) return []
  const share = covered / sum(terms, ({weight}) => weight)
  const whole = Math.min(1, named / stems(document.id).length)
  return [{document, plugin, place, installed, reason, taken, score: score * share ** 3 * (1 + whole)}]
}

/** The place of a document's own name among its fields. */
const NAME = 0

/** An option that every command has is worth a summary. */
function weightOf({kind, fields}: SearchDocument, place: number): number {
  const where = fields[place]?.in
  if (where === undefined) return 0
  return WEIGHTS[kind === 'topic' && where === 'option' ? 'summary' : where]
}
