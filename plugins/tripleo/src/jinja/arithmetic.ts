import {percent} from '#jinja/percent'
import {text} from '#jinja/text'
import {
  allowSize,
  contains,
  equal,
  Float,
  isList,
  kindOf,
  lowerFirst,
  numeric,
  order,
  Tuple,
  Undefined,
} from '#jinja/values'

/** `left operator right`. */
export function binary(operator: string, left: unknown, right: unknown): unknown {
  if (operator === '~') return joined(text(left), text(right))
  for (const side of [left, right]) if (side instanceof Undefined) throw new Error(`${side.name} is not defined.`)
  if (operator === '+') {
    if (typeof left === 'string' && typeof right === 'string') return joined(left, right)
    if (isList(left) && isList(right) && left instanceof Tuple === right instanceof Tuple)
      return concatenated(left, right)
  }
  if (operator === '%' && typeof left === 'string') return percent(left, right)
  if (operator === '*') {
    if (typeof right === 'number' && (typeof left === 'string' || isList(left))) return repeated(left, right)
    if (typeof left === 'number' && (typeof right === 'string' || isList(right))) return repeated(right, left)
  }
  const [a, b] = [numeric(left), numeric(right)]
  if (a === undefined || b === undefined)
    throw new Error(
      `${kindOf(left)} and ${lowerFirst(kindOf(right))} do not support \`${operator}\`; \`~\` joins strings.`,
    )
  if (b === 0 && ['/', '//', '%'].includes(operator)) throw new Error('Division by zero.')
  const result = calculated(operator, a, b)
  const isFloat = left instanceof Float || right instanceof Float || operator === '/' || (operator === '**' && b < 0)
  return isFloat ? new Float(result) : result
}

function calculated(operator: string, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return a / b
    case '//':
      return Math.floor(a / b)
    case '%':
      return ((a % b) + b) % b
    default:
      return a ** b
  }
}

function joined(left: string, right: string): string {
  allowSize(left.length + right.length)
  return left + right
}

function concatenated(left: unknown[], right: unknown[]): unknown[] {
  allowSize(left.length + right.length)
  const items = [...left, ...right]
  return left instanceof Tuple ? Tuple.from(items) : items
}

function repeated(value: string | unknown[], times: number): unknown {
  const count = Math.max(0, times)
  allowSize(value.length * count)
  if (typeof value === 'string') return value.repeat(count)
  const items = Array.from({length: count}, () => [...value]).flat()
  return value instanceof Tuple ? Tuple.from(items) : items
}

/** `left operator right` of a comparison. */
export function compared(operator: string, left: unknown, right: unknown): boolean {
  switch (operator) {
    case '==':
      return equal(left, right)
    case '!=':
      return !equal(left, right)
    case 'in':
      return contains(right, left)
    case 'not in':
      return !contains(right, left)
    case '<':
      return order(left, right) < 0
    case '>':
      return order(left, right) > 0
    case '<=':
      return order(left, right) <= 0
    default:
      return order(left, right) >= 0
  }
}
