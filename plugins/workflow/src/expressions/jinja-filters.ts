import {isObject, type Json, type JsonObject, pythonText} from '@osc-cli/core'
import {ExpressionError} from '#expressions/scope'
import {
  asList,
  asNumber,
  asString,
  calculate,
  compare,
  distinct,
  isSame,
  isTrue,
  memberOf,
  numberIn,
} from '#expressions/values'

type Filter = (value: Json, args: readonly Json[], named: JsonObject) => Json

const TESTS: Readonly<Record<string, (value: Json, other: Json) => boolean>> = {
  '==': isSame,
  '!=': (value, other) => !isSame(value, other),
  '<': (value, other) => compare(value, other) < 0,
  '<=': (value, other) => compare(value, other) <= 0,
  '>': (value, other) => compare(value, other) > 0,
  '>=': (value, other) => compare(value, other) >= 0,
}

/** Filters of Jinja, without `default`, which also takes what is undefined. */
export const FILTERS: Readonly<Record<string, Filter>> = {
  length: lengthOf,
  count: lengthOf,
  join: (value, [text]) =>
    asList(value)
      .map(pythonText)
      .join(asString(text ?? '')),
  first: (value) => itemAt(asList(value), 0),
  last: (value) => itemAt(asList(value), -1),
  upper: (value) => asString(value).toUpperCase(),
  lower: (value) => asString(value).toLowerCase(),
  trim: (value) => asString(value).trim(),
  capitalize: (value) => capitalized(asString(value)),
  title: (value) => asString(value).replace(/[^\s-]+/g, capitalized),
  replace: (value, [before, after]) => asString(value).replaceAll(asString(before), () => asString(after)),
  string: (value) => pythonText(value),
  int: (value) => numberIn(value, {whole: true}) ?? 0,
  float: (value) => numberIn(value, {whole: false}) ?? 0,
  abs: (value) => Math.abs(asNumber(value)),
  list: (value) => (typeof value === 'string' ? [...value] : isObject(value) ? Object.keys(value) : asList(value)),
  sort: (value) => asList(value).toSorted(compare),
  reverse: (value) => asList(value).toReversed(),
  unique: (value) => distinct(asList(value)),
  max: (value) => itemAt(asList(value).toSorted(compare), -1),
  min: (value) => itemAt(asList(value).toSorted(compare), 0),
  sum: (value) => asList(value).reduce((sum, one) => calculate('+', sum, one), 0),
  map(value, _, {attribute}) {
    if (typeof attribute !== 'string') throw new ExpressionError('The sandbox supports map(attribute=...) only')
    return asList(value).map((one) => attributeOf(one, attribute))
  },
  selectattr: (value, args) => asList(value).filter((one) => passes(one, args)),
  rejectattr: (value, args) => asList(value).filter((one) => !passes(one, args)),
}

function passes(one: Json, [attribute, sign, other = null]: readonly Json[]): boolean {
  const value = attributeOf(one, asString(attribute))
  if (sign === undefined) return isTrue(value)
  const test = TESTS[asString(sign)]
  if (!test) throw new ExpressionError(`No test named '${asString(sign)}'.`)
  return test(value, other)
}

function attributeOf(value: Json, name: string): Json {
  const member = isObject(value) ? memberOf(value, name) : undefined
  if (member === undefined) throw new ExpressionError(`'${name}' is undefined`)
  return member
}

function itemAt(list: readonly Json[], at: number): Json {
  const item = list.at(at)
  if (item === undefined) throw new ExpressionError('No first or last item, sequence was empty.')
  return item
}

const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase()

function lengthOf(value: Json): number {
  if (typeof value === 'string' || Array.isArray(value)) return value.length
  return isObject(value) ? Object.keys(value).length : asList(value).length
}
