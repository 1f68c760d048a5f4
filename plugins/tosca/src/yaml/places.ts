import type {Json, JsonObject} from '@osc-cli/core'

/** Where something is in a file; line 0: the file as a whole. */
export interface Place {
  file: string
  line: number
  column: number
}

/** What is known of one mapping or list: where it, its keys and its values stand, and the source of plain scalars. */
export interface Origin {
  place: Place
  keys: ReadonlyMap<string, Place>
  values: ReadonlyMap<string, Place>
  sources: ReadonlyMap<string, string>
}

type Container = JsonObject | Json[]

const origins = new WeakMap<Container, Origin>()

export const remember = (container: Container, origin: Origin): void => {
  origins.set(container, origin)
}

const UNKNOWN: Place = {file: 'built-in types', line: 0, column: 0}

/** The place of a mapping or list that was read from a file. */
export const placeOf = (container: unknown): Place => originOf(container)?.place ?? UNKNOWN

/** The place of a key, or of an item of a list; of the container when it has no such key. */
export function placeOfKey(container: unknown, key: string | number): Place {
  const origin = originOf(container)
  return origin?.keys.get(String(key)) ?? origin?.place ?? UNKNOWN
}

/** The place of the value of a key. */
export function placeOfValue(container: unknown, key: string | number): Place {
  const origin = originOf(container)
  return origin?.values.get(String(key)) ?? placeOfKey(container, key)
}

/** An unquoted value as it was written, such as `18.10`. */
export const sourceOf = (container: unknown, key: string | number): string | undefined =>
  originOf(container)?.sources.get(String(key))

const originOf = (container: unknown): Origin | undefined =>
  typeof container === 'object' && container !== null ? origins.get(container as Container) : undefined
