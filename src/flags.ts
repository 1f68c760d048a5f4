import {boolean, custom} from '@oclif/core/flags'
import type {BooleanFlag} from '@oclif/core/interfaces'
import {UsageError} from '#errors'
import {decodeJson, isObject, type JsonObject} from '#json'
import {type PairKeys, readPairs} from '#line/pairs'

export {boolean, custom, integer, option, string} from '@oclif/core/flags'

/** An option that may be repeated, as a list of strings: `--tag a --tag b`. */
export const strings = custom<string>({multiple: true, multipleNonGreedy: true})

/** `greedy` is read by the parser of osc; oclif's type does not have it. */
const allWords = {multiple: true, multipleNonGreedy: true, greedy: true} as const

/** An option that takes all words up to the next option, as argparse's `nargs='+'` does: `--zones a b c`. */
export const words = custom<string>(allWords)

/** What `keyValues` makes of `key=value`; further `=` belong to the value. */
export interface KeyValue {
  key: string
  value: string
}

/** A repeatable `--property key=value`; UsageError without a key or `=`. The flag is a list of `KeyValue`: see `toObject`. */
export const keyValues = custom<KeyValue>({
  multiple: true,
  multipleNonGreedy: true,
  helpValue: 'KEY=VALUE',
  parse: async (text) => {
    const equals = text.indexOf('=')
    if (equals < 1) throw new UsageError(`expected KEY=VALUE, got '${text}'.`)
    return {key: text.slice(0, equals), value: text.slice(equals + 1)}
  },
})

/** The pairs of `keyValues` as an object; of a repeated key the last counts. Undefined when the option was not given. */
export const toObject = (pairs: readonly KeyValue[] | undefined): Record<string, string> | undefined =>
  pairs && Object.fromEntries(pairs.map(({key, value}) => [key, value]))

/** The pairs of `keyValues` as an object of lists, for keys that may be repeated. */
export function toLists(pairs: readonly KeyValue[] = []): Record<string, string[]> {
  const lists = [...Map.groupBy(pairs, ({key}) => key)]
  return Object.fromEntries(lists.map(([key, given]) => [key, given.map(({value}) => value)]))
}

/** A repeatable option of `key=value,key=value` with the keys that it takes; the flag is a list of objects. */
export const pairs = custom<Record<string, string>, {keys: PairKeys}>({
  multiple: true,
  multipleNonGreedy: true,
  parse: async (text, _, {keys}) => readPairs(text, keys),
})

/** An option whose choices are recognized in any case; the flag is the choice as it is declared. */
export const anyCase = custom<string, {ignoreCase: true}>()

/** `a,b,c` as a list. */
export const commaList = custom<string[]>({parse: async (text) => text.split(',')})

/** A repeatable option of a JSON object or `key=value`; the flag is a list of objects, to be merged. */
export const jsonOrPairs = custom<JsonObject>({
  multiple: true,
  multipleNonGreedy: true,
  async parse(text) {
    const object = jsonObject(text)
    if (object) return object
    const equals = text.indexOf('=')
    if (equals < 0) throw new UsageError(`expected KEY=VALUE or a JSON object, got '${text}'.`)
    return {[text.slice(0, equals)]: text.slice(equals + 1)}
  },
})

function jsonObject(text: string): JsonObject | undefined {
  try {
    const value = decodeJson(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** `4` or `6:9`, as the two ends of a range. */
export const range = custom<readonly [number, number]>({
  async parse(text) {
    const [, from, to = from] = /^(-?\d+)(?::(-?\d+))?$/.exec(text) ?? []
    const [first, last] = [Number(from), Number(to)]
    // A number that is not exact would become another one.
    if (![first, last].every(Number.isSafeInteger) || first > last)
      throw new UsageError(`expected NUMBER or FROM:TO, got '${text}'.`)
    return [first, last]
  },
})

/** An option whose value may be omitted, as with argparse's `nargs='?'`: it is `bare` then. Undefined when it is not given. */
export const optionalValue = custom<string, {bare: string}>({parse: async (text) => text})

/** Switches that exclude each other, with their descriptions; read them with `chosen`. */
export function choices<N extends string>(descriptions: Readonly<Record<N, string>>): Record<N, BooleanFlag<boolean>> {
  const names = Object.keys(descriptions) as N[]
  const flag = (name: N) =>
    boolean({
      description: descriptions[name],
      exclusive: names.filter((other) => other !== name),
    }) as BooleanFlag<boolean>
  return Object.fromEntries(names.map((name) => [name, flag(name)])) as Record<N, BooleanFlag<boolean>>
}

/** The value of the switch that was given: `chosen(flags, {enable: true, disable: false})`; undefined when none was. */
export const chosen = <T>(
  flags: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, T>>,
): T | undefined => Object.entries(values).find(([name]) => flags[name] === true)?.[1]
