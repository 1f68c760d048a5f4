import {asArray, asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import {scalarNumber} from '#model/scalars'
import {shownText} from '#model/shown'

/** How a value breaks a constraint (`greater_or_equal: 1`); undefined when it does not. */
export function constraintProblem(value: Json, constraint: JsonObject, type: string): string | undefined {
  const [[operator, limit = null] = ['', null]] = Object.entries(constraint)
  const compare = (other: Json): number => comparable(value, type) - comparable(other, type)
  const shown = JSON.stringify(value)
  const bound = shownText(limit)
  switch (operator) {
    case 'equal':
      return same(value, limit) ? undefined : `${shown} is not ${JSON.stringify(limit)}`
    case 'greater_than':
      return compare(limit) > 0 ? undefined : `${shown} is not greater than ${bound}`
    case 'greater_or_equal':
      return compare(limit) >= 0 ? undefined : `${shown} is less than ${bound}`
    case 'less_than':
      return compare(limit) < 0 ? undefined : `${shown} is not less than ${bound}`
    case 'less_or_equal':
      return compare(limit) <= 0 ? undefined : `${shown} is greater than ${bound}`
    case 'in_range': {
      const [low = null, high = null] = asArray(limit)
      const isInside = compare(low) >= 0 && (high === 'UNBOUNDED' || compare(high) <= 0)
      return isInside ? undefined : `${shown} is not in the range of ${shownText(low)} to ${shownText(high)}`
    }
    case 'valid_values':
      return asArray(limit).some((each) => same(value, each))
        ? undefined
        : `${shown} is not one of ${asArray(limit).map(shownText).join(', ')}`
    case 'length':
      return lengthOf(value) === Number(limit) ? undefined : `the length of ${shown} is not ${bound}`
    case 'min_length':
      return lengthOf(value) >= Number(limit) ? undefined : `${shown} is shorter than ${bound}`
    case 'max_length':
      return lengthOf(value) <= Number(limit) ? undefined : `${shown} is longer than ${bound}`
    case 'pattern':
      return matches(asText(value) ?? '', String(limit)) ? undefined : `${shown} does not match ${bound}`
    default:
      return undefined
  }
}

const same = (one: Json, other: Json): boolean => one === other || String(one) === String(other)

const comparable = (value: Json, type: string): number => scalarNumber(value, type) ?? Number(value)

const lengthOf = (value: Json): number =>
  Array.isArray(value) ? value.length : isObject(value) ? Object.keys(value).length : String(value).length

/** A pattern that JavaScript cannot compile, such as one with Python's groups, is left to Heat. */
function matches(text: string, pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(text)
  } catch {
    return true
  }
}
