import {isDeepStrictEqual} from 'node:util'
import {isObject, type Json, type JsonObject} from '@osc-cli/core'
import {ExpressionError} from '#expressions/scope'

/** What Python takes as true. */
export function isTrue(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.length > 0
  return isObject(value) ? Object.keys(value).length > 0 : Boolean(value)
}

export const isSame = (left: Json, right: Json): boolean => isDeepStrictEqual(left, right)

/** A member of a mapping; undefined when it is not its own. */
export const memberOf = (mapping: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(mapping, key) ? (mapping[key] ?? null) : undefined

/** Negative, zero or positive. ExpressionError for values without an order. */
export function compare(left: Json, right: Json): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0
  if (Array.isArray(left) && Array.isArray(right)) {
    const at = left.findIndex((one, place) => place >= right.length || !isSame(one, right[place] ?? null))
    return at < 0 || at >= right.length ? left.length - right.length : compare(left[at] ?? null, right[at] ?? null)
  }
  throw new ExpressionError(`${JSON.stringify(left)} and ${JSON.stringify(right)} cannot be compared`)
}

const ARITHMETIC: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '%': (left, right) => left - right * Math.floor(left / right),
  '//': (left, right) => Math.floor(left / right),
  '/': (left, right) => left / right,
  '**': (left, right) => left ** right,
}

/** Numbers with `+ - * / // % **`; `+` also joins texts, lists and mappings. ExpressionError for other values. */
export function calculate(sign: string, left: Json, right: Json): Json {
  if (typeof left === 'number' && typeof right === 'number') {
    if (right === 0 && /^[/%]/.test(sign)) throw new ExpressionError('integer division or modulo by zero')
    return ARITHMETIC[sign]?.(left, right) ?? null
  }
  if (sign === '+') {
    if (typeof left === 'string' && typeof right === 'string') return left + right
    if (Array.isArray(left) && Array.isArray(right)) return [...left, ...right]
    if (isObject(left) && isObject(right)) return {...left, ...right}
  }
  throw new ExpressionError(`No function "#operator_${sign}" matches supplied arguments`)
}

/** The operators that YAQL and Jinja share: logic, order, and those of `calculate`. The right side is evaluated only when it counts. */
export function operate(sign: string, left: Json, right: () => Json): Json {
  switch (sign) {
    case 'and':
      return isTrue(left) ? right() : left
    case 'or':
      return isTrue(left) ? left : right()
    case '!=':
      return !isSame(left, right())
    case '<':
      return compare(left, right()) < 0
    case '<=':
      return compare(left, right()) <= 0
    case '>':
      return compare(left, right()) > 0
    case '>=':
      return compare(left, right()) >= 0
    default:
      return calculate(sign, left, right())
  }
}

/** A list without the values that it has before. */
export const distinct = (list: readonly Json[]): Json[] =>
  list.filter((one, at) => list.findIndex((other) => isSame(one, other)) === at)

export function asList(value: Json | undefined): Json[] {
  if (Array.isArray(value)) return value
  throw new ExpressionError(`${JSON.stringify(value ?? null)} is not a list`)
}

export function asNumber(value: Json | undefined): number {
  if (typeof value === 'number') return value
  throw new ExpressionError(`${JSON.stringify(value ?? null)} is not a number`)
}

export function asString(value: Json | undefined): string {
  if (typeof value === 'string') return value
  throw new ExpressionError(`${JSON.stringify(value ?? null)} is not a string`)
}

export function asMapping(value: Json | undefined): JsonObject {
  if (isObject(value)) return value
  throw new ExpressionError(`${JSON.stringify(value ?? null)} is not a mapping`)
}

/** A number that a text or a number is; undefined where it is neither. */
export function numberIn(value: Json | undefined, {whole}: {whole: boolean}): number | undefined {
  if (typeof value === 'boolean') return Number(value)
  const text = typeof value === 'string' ? value.trim() : undefined
  const isNumber = text === undefined ? typeof value === 'number' : (whole ? /^-?\d+$/ : /^-?\d*\.?\d+$/).test(text)
  return isNumber ? (whole ? Math.trunc(Number(value)) : Number(value)) : undefined
}
