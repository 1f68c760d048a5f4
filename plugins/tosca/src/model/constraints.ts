import {asArray, asObject, asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import {basicProblem, textAsWritten} from '#model/basic-types'
import {isFunction} from '#model/functions'
import {type Matcher, patternProblem} from '#model/patterns'
import {compareValues} from '#model/scalars'
import {shownText} from '#model/shown'

/** The constraints, and the basic types that they do not apply to. */
const NOT_FOR: ReadonlyMap<string, readonly string[]> = new Map([
  ['equal', []],
  ...['greater_than', 'greater_or_equal', 'less_than', 'less_or_equal'].map((name): [string, string[]] => [
    name,
    ['boolean', 'list', 'map', 'range'],
  ]),
  ['in_range', ['boolean', 'list', 'map']],
  ['valid_values', []],
  ...['length', 'min_length', 'max_length'].map((name): [string, string[]] => [
    name,
    ['integer', 'float', 'number', 'boolean', 'range'],
  ]),
  ['pattern', ['integer', 'float', 'number', 'boolean', 'range', 'list', 'map']],
  ['schema', ['integer', 'float', 'number', 'boolean', 'range', 'list', 'map']],
])

/** The names of all constraints. */
export const CONSTRAINTS: ReadonlySet<string> = new Set(NOT_FOR.keys())

/** What is wrong with a constraint of a basic type, whatever the value; of an unknown type if that is undefined. */
export function constraintFault(constraint: Json, type: string | undefined): string | undefined {
  const entries = Object.entries(asObject(constraint))
  const [[name, limit = null] = ['', null]] = entries
  if (entries.length !== 1) return 'a constraint must be a mapping with one key'
  const notFor = NOT_FOR.get(name)
  if (notFor === undefined) return `unknown constraint ${name}`
  if (type !== undefined && notFor.includes(type)) return `${name} does not apply to type ${type}`
  if (isFunction(limit)) return undefined
  const problem = limitFault(name, limit, type)
  return problem === undefined ? undefined : `${name}${problem}`
}

/** What is wrong with the value of a constraint, to follow its name. */
function limitFault(name: string, limit: Json, type: string | undefined): string | undefined {
  const typed = (value: Json, of = type): string | undefined => {
    const problem = of === undefined || NESTED.has(of) ? undefined : basicProblem(value, of)
    return problem && `: ${problem}`
  }
  switch (name) {
    case 'valid_values':
      return Array.isArray(limit)
        ? asArray(limit)
            .map((each) => typed(each))
            .find(Boolean)
        : ' must be a list'
    case 'in_range': {
      const [low = null, high = null, ...more] = asArray(limit)
      if (low === null || high === null || more.length > 0) return ' must be a list of two values'
      const of = type === 'range' ? 'integer' : type
      const [problem] = [low, high].filter((end) => end !== 'UNBOUNDED').flatMap((end) => typed(end, of) ?? [])
      const isReversed = compareValues(low, high, of ?? 'integer') > 0
      return problem ?? (isReversed ? `: ${shownText(low)} is greater than ${shownText(high)}` : undefined)
    }
    case 'length':
    case 'min_length':
    case 'max_length':
      return /^\d+$/.test(shownText(limit)) ? undefined : ' must be an integer, 0 or greater'
    case 'pattern': {
      const problem = asText(limit) === undefined ? 'must be a text' : patternProblem(asText(limit) ?? '')
      return problem && `: ${problem}`
    }
    case 'schema':
      return undefined
    default:
      return typed(limit)
  }
}

/** The value of a constraint, with texts as they are written: `18.10`. */
export function limitAsWritten(constraint: JsonObject, operator: string, type: string): Json {
  const limit = constraint[operator] ?? null
  if (operator.endsWith('length')) return limit
  if (!Array.isArray(limit)) return textAsWritten(limit, type, {holder: constraint, key: operator})
  return asArray(limit).map((each, index) => textAsWritten(each, type, {holder: limit, key: index}))
}

/** Types whose values may be compared with whole values or with entries. */
const NESTED = new Set(['list', 'map', 'json'])

/**
 * How a value of a basic type breaks a constraint (`greater_or_equal: 1`); undefined when it does not, or when the constraint
 * itself is wrong.
 */
export function constraintProblem(
  value: Json,
  constraint: JsonObject,
  type: string,
  matcher: Matcher,
): string | undefined {
  if (constraintFault(constraint, type) !== undefined) return undefined
  const [operator = ''] = Object.keys(constraint)
  const limit = limitAsWritten(constraint, operator, type)
  const order = compareValues(value, limit, type)
  const shown = JSON.stringify(value)
  const bound = shownText(limit)
  switch (operator) {
    case 'equal':
      return same(value, limit) ? undefined : `${shown} is not ${JSON.stringify(limit)}`
    case 'greater_than':
      return order <= 0 ? `${shown} is not greater than ${bound}` : undefined
    case 'greater_or_equal':
      return order < 0 ? `${shown} is less than ${bound}` : undefined
    case 'less_than':
      return order >= 0 ? `${shown} is not less than ${bound}` : undefined
    case 'less_or_equal':
      return order > 0 ? `${shown} is greater than ${bound}` : undefined
    case 'in_range': {
      const [low = null, high = null] = asArray(limit)
      const isOutside = endsOf(value).some(
        (end) => compareValues(end, low, type) < 0 || compareValues(end, high, type) > 0,
      )
      return isOutside ? `${shown} is not in the range of ${shownText(low)} to ${shownText(high)}` : undefined
    }
    case 'valid_values':
      return !Array.isArray(limit) || limit.some((each) => same(value, each ?? null))
        ? undefined
        : `${shown} is not one of ${asArray(limit).map(shownText).join(', ')}`
    case 'length':
      return Number(limit) === lengthOf(value) ? undefined : `the length of ${shown} is not ${bound}`
    case 'min_length':
      return lengthOf(value) < Number(limit) ? `${shown} is shorter than ${bound}` : undefined
    case 'max_length':
      return lengthOf(value) > Number(limit) ? `${shown} is longer than ${bound}` : undefined
    case 'pattern':
      return prefixed(shown, matcher.problem(asText(value) ?? '', String(limit)))
    default:
      return undefined
  }
}

const prefixed = (shown: string, problem: string | undefined): string | undefined => problem && `${shown} ${problem}`

/** A range is in another one if both its ends are. */
const endsOf = (value: Json): Json[] => (Array.isArray(value) ? asArray(value) : [value])

const same = (one: Json, other: Json): boolean => one === other || shownText(one) === shownText(other)

const lengthOf = (value: Json): number =>
  Array.isArray(value) ? value.length : isObject(value) ? Object.keys(value).length : String(value).length
