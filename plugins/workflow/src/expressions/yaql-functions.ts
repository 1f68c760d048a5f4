import {isObject, type Json} from '@osc-cli/core'
import {ExpressionError, type Known} from '#expressions/scope'
import {SHARED} from '#expressions/shared-functions'
import {asList, asNumber, asString, compare, isTrue, numberIn} from '#expressions/values'
import type {Given} from '#expressions/yaql-methods'
import {yaqlText} from '#expressions/yaql-text'

type YaqlFunction = (given: Given, known: Known) => Json

const is =
  (test: (value: Json | undefined) => boolean): YaqlFunction =>
  ({value}) =>
    test(value(0))

const valuesOf = ({count, value}: Given): Json[] => Array.from({length: count}, (_, at) => value(at) ?? null)

/** The least of the values by an order. */
const least =
  (order: (left: Json, right: Json) => number): YaqlFunction =>
  (given) =>
    valuesOf(given).reduce((found, one) => (order(one, found) < 0 ? one : found))

/** Functions of YAQL that are not methods of a value, and those of Mistral. */
export const FUNCTIONS: Readonly<Record<string, YaqlFunction>> = {
  ...Object.fromEntries(
    Object.entries(SHARED).map(([name, run]): [string, YaqlFunction] => [
      name,
      (given, known) => run(known, ...valuesOf(given)),
    ]),
  ),
  str: ({value}) => yaqlText(value(0) ?? null),
  int: ({value}) => number(value(0), true),
  float: ({value}) => number(value(0), false),
  bool: ({value}) => isTrue(value(0)),
  abs: ({value}) => Math.abs(asNumber(value(0))),
  round: ({value}) => Math.round(asNumber(value(0))),
  min: least(compare),
  max: least((left, right) => compare(right, left)),
  isString: is((value) => typeof value === 'string'),
  isInteger: is(Number.isInteger),
  isNumber: is((value) => typeof value === 'number'),
  isBoolean: is((value) => typeof value === 'boolean'),
  isList: is(Array.isArray),
  isDict: is(isObject),
  list: valuesOf,
  concat: (given) => valuesOf(given).map(asString).join(''),
  coalesce: (given) => valuesOf(given).find((value) => value !== null) ?? null,
  range(given) {
    const [first = 0, second] = valuesOf(given).map(asNumber)
    const [start, stop] = second === undefined ? [0, first] : [first, second]
    given.spend(stop - start)
    return Array.from({length: Math.max(0, stop - start)}, (_, at) => start + at)
  },
  switch: ({pairs}) => pairs().find(([condition]) => isTrue(condition()))?.[1]() ?? null,
  dict(given) {
    const named = given.pairs().map(([key, value]): [string, Json] => [String(key()), value()])
    const listed = given.count === 0 ? [] : asList(given.value(0)).map(asList)
    return Object.fromEntries([...listed.map(([key, value = null]): [string, Json] => [String(key), value]), ...named])
  },
}

function number(value: Json | undefined, whole: boolean): number {
  const found = value === null ? 0 : numberIn(value, {whole})
  if (found === undefined) throw new ExpressionError(`invalid literal for a number: ${JSON.stringify(value ?? null)}`)
  return found
}
