import {attribute, item, slice} from '#jinja/access'
import {binary, compared} from '#jinja/arithmetic'
import {type Argument, described, type Expression, type FilterCall} from '#jinja/expression'
import {applyFilter} from '#jinja/filters'
import {applyTest} from '#jinja/tests'
import {type Call, type Callable, Float, kindOf, numeric, Tuple, truth, Undefined} from '#jinja/values'

/** The value of a name where an expression stands; undefined when it has none. */
export type Lookup = (name: string) => {value: unknown} | undefined

/** The value of an expression. */
export function evaluate(expression: Expression, lookup: Lookup): unknown {
  const of = (inner: Expression) => evaluate(inner, lookup)
  switch (expression[0]) {
    case 'value':
      return expression[1]
    case 'name': {
      const found = lookup(expression[1])
      return found ? found.value : new Undefined(expression[1])
    }
    case 'list':
      return expression[1].map(of)
    case 'tuple':
      return Tuple.from(expression[1].map(of))
    case 'dict':
      return new Map(expression[1].map(([key, value]) => [of(key), of(value)]))
    case 'attribute':
      return named(attribute(of(expression[1]), expression[2]), expression)
    case 'item':
      return named(item(of(expression[1]), of(expression[2])), expression)
    case 'slice':
      return slice(
        of(expression[1]),
        expression[2].map((bound) => (bound === undefined ? undefined : numeric(of(bound)))),
      )
    case 'call':
      return called(of(expression[1]), expression[1], callOf(expression[2], lookup))
    case 'filter':
      return filtered(of(expression[1]), expression[2], lookup)
    case 'test':
      return applyTest(expression[2].name, of(expression[1]), callOf(expression[2].arguments, lookup)) !== expression[3]
    case 'not':
      return !truth(of(expression[1]))
    case 'negative':
      return negated(of(expression[1]))
    case 'positive':
      return binary('+', 0, of(expression[1]))
    case 'and': {
      const left = of(expression[1])
      return truth(left) ? of(expression[2]) : left
    }
    case 'or': {
      const left = of(expression[1])
      return truth(left) ? left : of(expression[2])
    }
    case 'choice': {
      const [, condition, value, otherwise] = expression
      if (truth(of(condition))) return of(value)
      return otherwise === undefined ? new Undefined('The expression') : of(otherwise)
    }
    case 'compare':
      return comparedAll(expression[1], expression[2], of)
    case 'binary':
      return binary(expression[1], of(expression[2]), of(expression[3]))
  }
}

/** A value that does not exist is called by the whole expression in messages: `role.nets`. */
function named(value: unknown, expression: Expression): unknown {
  return value instanceof Undefined ? new Undefined(described(expression)) : value
}

/** The value behind a filter. */
export function filtered(value: unknown, {name, arguments: given}: FilterCall, lookup: Lookup): unknown {
  return applyFilter(name, value, callOf(given, lookup))
}

function callOf(given: readonly Argument[], lookup: Lookup): Call {
  const positional: unknown[] = []
  const namedArguments = new Map<string, unknown>()
  for (const {name, value} of given) {
    if (name === undefined) positional.push(evaluate(value, lookup))
    else namedArguments.set(name, evaluate(value, lookup))
  }
  return {positional, named: namedArguments}
}

function called(callee: unknown, expression: Expression, call: Call): unknown {
  if (typeof callee === 'function') return (callee as Callable)(call)
  if (callee instanceof Undefined) throw new Error(`${callee.name} is not defined.`)
  throw new Error(`${described(expression)} is not a function. ${kindOf(callee)} cannot be called.`)
}

function negated(value: unknown): unknown {
  if (value instanceof Float) return new Float(-value.value)
  const number = numeric(value)
  if (number === undefined) throw new Error(`${kindOf(value)} cannot be negated.`)
  return 0 - number
}

/** `a < b < c`: each pair, up to the first that is false. */
function comparedAll(first: Expression, rest: [string, Expression][], of: (inner: Expression) => unknown): boolean {
  let left = of(first)
  for (const [operator, operand] of rest) {
    const right = of(operand)
    if (!compared(operator, left, right)) return false
    left = right
  }
  return true
}
