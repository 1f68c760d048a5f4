import {asArray, isObject, type Json, type JsonObject} from '@osc-cli/core'
import type {Book} from '#mistral/book'
import {isEvaluated, text} from '#mistral/expressions'
import {callOf} from '#model/functions'
import type {Node} from '#model/model'
import type {Place} from '#yaml/places'

/** Where a value stands, and what it is called in messages. */
export interface Spot {
  /** The node that `SELF` means. */
  node?: Node
  what: string
  place: Place
}

/** A value with its functions as YAQL expressions. What Mistral has nothing for, or would evaluate, is a fault. */
export function asYaql(value: Json, spot: Spot, book: Book): Json {
  if (Array.isArray(value)) return asArray(value).map((each) => asYaql(each, spot, book))
  if (isObject(value) && !callOf(value)) return allAsYaql(value, spot, book)
  if (!isObject(value) && typeof value !== 'string') return value
  const found = text(value, spot.node, book.template)
  if (found !== undefined) return found
  const shown = JSON.stringify(value)
  const problem = isEvaluated(shown) ? 'would evaluate' : 'has nothing for'
  book.faults.add(spot.place, `${spot.what}: Mistral ${problem} ${shown}`)
  return ''
}

export const allAsYaql = (values: JsonObject, spot: Spot, book: Book): JsonObject =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, asYaql(value ?? null, spot, book)]))
