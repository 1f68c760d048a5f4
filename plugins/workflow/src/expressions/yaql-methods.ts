import {isObject, type Json, type JsonObject} from '@osc-cli/core'
import {ExpressionError} from '#expressions/scope'
import {
  asList,
  asMapping,
  asNumber,
  asString,
  calculate,
  compare,
  distinct,
  isSame,
  isTrue,
  memberOf,
} from '#expressions/values'
import {yaqlText} from '#expressions/yaql-text'

/** The arguments of a call, which are evaluated when they are needed. */
export interface Given {
  count: number
  /** Undefined where there is no such argument. */
  value(at: number): Json | undefined
  /** The argument for an item, which is `$` in it. */
  each(at: number, item: Json): Json
  /** The argument for two items, `$1` and `$2` in it. */
  both(at: number, first: Json, second: Json): Json
  /** Arguments of the form `key => value`. */
  pairs(): (readonly [key: () => Json, value: () => Json])[]
  /** Counts steps that the arguments do not show. */
  spend(steps: number): void
}

interface Method {
  run(value: Json, given: Given): Json
  /** `f(x)` is `x.f()`. */
  alsoFunction: boolean
}

type ListMethod = (list: Json[], given: Given) => Json

/** Methods of lists only. */
const LISTS: Readonly<Record<string, ListMethod>> = {
  where: (list, {each}) => list.filter((one) => isTrue(each(0, one))),
  select: (list, {each}) => list.map((one) => each(0, one)),
  first: (list, given) => end(list[0], given),
  last: (list, given) => end(list.at(-1), given),
  skip: (list, {value}) => list.slice(asNumber(value(0))),
  limit: (list, {value}) => list.slice(0, asNumber(value(0))),
  sum: (list) => list.reduce((sum, one) => calculate('+', sum, one)),
  max: (list) => list.reduce((most, one) => (compare(one, most) > 0 ? one : most)),
  min: (list) => list.reduce((least, one) => (compare(one, least) < 0 ? one : least)),
  orderBy: (list, {each}) => list.toSorted((a, b) => compare(each(0, a), each(0, b))),
  orderByDescending: (list, {each}) => list.toSorted((a, b) => compare(each(0, b), each(0, a))),
  contains: (list, {value}) => list.some((one) => isSame(one, value(0) ?? null)),
  flatten: flat,
  reverse: (list) => list.toReversed(),
  indexOf: (list, {value}) => list.findIndex((one) => isSame(one, value(0) ?? null)),
  aggregate: (list, {both}) => list.reduce((result, one) => both(0, result, one)),
  groupBy: (list, {each}) =>
    distinct(list.map((one) => each(0, one))).map((key) => [key, list.filter((one) => isSame(each(0, one), key))]),
  toDict: (list, given) =>
    Object.fromEntries(
      list.map((one) => [String(given.each(0, one)), given.count > 1 ? given.each(1, one) : one] as const),
    ),
}

/** Methods of lists that are functions as well. */
const LIST_FUNCTIONS: Readonly<Record<string, ListMethod>> = {
  any: (list, {count, each}) => (count === 0 ? list.length > 0 : list.some((one) => isTrue(each(0, one)))),
  all: (list, {count, each}) => list.every((one) => isTrue(count === 0 ? one : each(0, one))),
  append: (list, {count, value}) => [...list, ...Array.from({length: count}, (_, at) => value(at) ?? null)],
  distinct: (list) => distinct(list),
  enumerate: (list) => list.map((one, at) => [at, one]),
}

type TextMethod = (text: string, given: Given) => Json

/** Methods of texts. */
const TEXTS: Readonly<Record<string, TextMethod>> = {
  toUpper: (text) => text.toUpperCase(),
  toLower: (text) => text.toLowerCase(),
  trim: (text) => text.trim(),
  startsWith: (text, {count, value}) =>
    Array.from({length: count}, (_, at) => asString(value(at))).some((start) => text.startsWith(start)),
  endsWith: (text, {count, value}) =>
    Array.from({length: count}, (_, at) => asString(value(at))).some((last) => text.endsWith(last)),
  split: (text, {value}) => ((value(0) ?? null) === null ? text.trim().split(/\s+/) : text.split(asString(value(0)))),
  replace: (text, {value}) => text.replaceAll(asString(value(0)), () => asString(value(1))),
  substring(text, {value}) {
    const [start, length] = [asNumber(value(0)), asNumber(value(1) ?? -1)]
    return length < 0 ? text.slice(start) : text.slice(start, start + length)
  },
  format: (text, {value}) => text.replace(/\{(\d+)\}/g, (_, at: string) => String(value(Number(at)) ?? '')),
}

type MappingMethod = (mapping: JsonObject, given: Given) => Json

/** Methods of mappings only. */
const MAPPINGS: Readonly<Record<string, MappingMethod>> = {
  get: (mapping, {value}) => memberOf(mapping, String(value(0))) ?? value(1) ?? null,
  keys: (mapping) => Object.keys(mapping),
  values: (mapping) => Object.values(mapping).map((one) => one ?? null),
  containsKey: (mapping, {value}) => Object.hasOwn(mapping, String(value(0))),
  set: (mapping, {value}) => ({...mapping, [String(value(0))]: value(1) ?? null}),
  delete: (mapping, {count, value}) => {
    const keys = Array.from({length: count}, (_, at) => String(value(at)))
    return Object.fromEntries(Object.entries(mapping).filter(([key]) => !keys.includes(key)))
  },
  mergeWith: (mapping, {value}) => merged(mapping, asMapping(value(0))),
}

/** Methods of values of several kinds. */
const OTHERS: Readonly<Record<string, Method>> = {
  len: {alsoFunction: true, run: lengthOf},
  // Both `list.join(text)` and `text.join(list)`.
  join: {
    alsoFunction: false,
    run(value, given) {
      const [list, text] = Array.isArray(value) ? [value, given.value(0)] : [asList(given.value(0)), value]
      return list.map(yaqlText).join(asString(text))
    },
  },
  indexOf: {
    alsoFunction: false,
    run: (value, given) =>
      typeof value === 'string'
        ? value.indexOf(asString(given.value(0)))
        : (LISTS.indexOf?.(asList(value), given) ?? null),
  },
}

const taking =
  <T>(kind: (value: Json) => T, alsoFunction: boolean) =>
  ([name, run]: [string, (value: T, given: Given) => Json]): [string, Method] => [
    name,
    {alsoFunction, run: (value, given) => run(kind(value), given)},
  ]

/** Methods of YAQL by name. */
export const METHODS: Readonly<Record<string, Method>> = {
  ...Object.fromEntries(Object.entries(LISTS).map(taking(asList, false))),
  ...Object.fromEntries(Object.entries(LIST_FUNCTIONS).map(taking(asList, true))),
  ...Object.fromEntries(Object.entries(TEXTS).map(taking(asString, false))),
  ...Object.fromEntries(Object.entries(MAPPINGS).map(taking(asMapping, false))),
  ...OTHERS,
}

function end(item: Json | undefined, {value}: Given): Json {
  const found = item ?? value(0)
  if (found === undefined) throw new ExpressionError('The list is empty')
  return found
}

function lengthOf(value: Json): number {
  if (typeof value === 'string' || Array.isArray(value)) return value.length
  return Object.keys(asMapping(value)).length
}

/** Two mappings, those below them included; of lists, everything that is not there twice. */
function merged(left: JsonObject, right: JsonObject): JsonObject {
  const result = {...left}
  for (const [key, value = null] of Object.entries(right)) {
    const before = result[key]
    if (isObject(before) && isObject(value)) result[key] = merged(before, value)
    else if (Array.isArray(before) && Array.isArray(value)) result[key] = distinct([...before, ...value])
    else result[key] = value
  }
  return result
}

function flat(list: readonly Json[]): Json[] {
  return list.flatMap((one) => (Array.isArray(one) ? flat(one) : [one]))
}
