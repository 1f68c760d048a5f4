import type {Source} from '#cloud/config/types'
import {ExactNumber, isObject, type Json} from '#json'

/** What a place in a file holds. Numbers are as PyYAML would print them. */
export type Value = null | boolean | number | string | ExactNumber | readonly Located[] | LocatedMap

export type LocatedMap = ReadonlyMap<string, Located>

/** A value and where it was written. */
export interface Located {
  value: Value
  source: Source
  /** As written, where YAML made a number of it: `012`, `2.10`. */
  text?: string
}

export const isMap = (value: Value | undefined): value is LocatedMap => value instanceof Map

export const isList = (value: Value | undefined): value is readonly Located[] => Array.isArray(value)

export const isNumber = (value: Value | undefined): value is number | ExactNumber =>
  typeof value === 'number' || value instanceof ExactNumber

/** A single value as openstacksdk would use it: numbers become text; undefined for null, lists and mappings. */
export function scalarText(value: Value | undefined): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return isNumber(value) ? String(value) : undefined
}

/** For messages: what somebody wrote, never the value itself. */
export function kindOf(value: Value): string {
  if (value === null) return 'empty'
  if (isMap(value)) return 'a mapping'
  if (isList(value)) return 'a list'
  if (isNumber(value)) return 'a number'
  return typeof value === 'boolean' ? String(value) : 'text'
}

/** `over` on `base`: mappings are merged at every depth, anything else is replaced, but not by nothing. */
export function merged(base: LocatedMap, over: LocatedMap): LocatedMap {
  const result = new Map(base)
  for (const [key, located] of over) {
    const below = result.get(key)
    if (!below) result.set(key, located)
    else if (isMap(below.value) && isMap(located.value)) {
      result.set(key, {...below, value: merged(below.value, located.value)})
    } else if (located.value !== null) result.set(key, located)
  }
  return result
}

/** The value as settings hold it: keys with underscores, numbers as text but those of lists. */
export const toSetting = (value: Value): Json => (isNumber(value) ? String(value) : toJson(value))

function toJson(value: Value): Json {
  if (isMap(value)) {
    return Object.fromEntries([...value].map(([key, inner]) => [underscored(key), toSetting(inner.value)]))
  }
  return isList(value) ? value.map((item) => toJson(item.value)) : value
}

/** `json` with one source for all of it. */
function fromJson(json: Json | undefined, source: Source): Located {
  if (Array.isArray(json)) return {source, value: json.map((item) => fromJson(item, source))}
  if (isObject(json)) return {source, value: mapFromJson(json, source)}
  return {source, value: json ?? null}
}

export const mapFromJson = (json: Readonly<Record<string, Json | undefined>>, source: Source): LocatedMap =>
  new Map(Object.entries(json).map(([key, value]) => [key, fromJson(value, source)]))

export const underscored = (key: string): string => key.replaceAll('-', '_')
