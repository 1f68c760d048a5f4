import {isObject, type Json, type JsonObject} from '@osc-cli/core'
import {Budget, ExpressionError, type Known} from '#expressions/scope'
import {asMapping, calculate, isSame, isTrue, memberOf, operate} from '#expressions/values'
import {FUNCTIONS} from '#expressions/yaql-functions'
import {type Given, METHODS} from '#expressions/yaql-methods'
import {type Call, type Node, type Pair, parseYaql} from '#expressions/yaql-parser'

/** Variables by name, `$` included. */
type Variables = Readonly<Record<string, Json>>

/** The value of a YAQL expression. ExpressionError when it fails, or uses what the sandbox does not support. */
export function evaluateYaql(expression: string, known: Known): Json {
  return new Evaluation(known).value(parseYaql(expression), {$: known.context})
}

class Evaluation {
  readonly #known: Known
  readonly #budget = new Budget()

  constructor(known: Known) {
    this.#known = known
  }

  value(node: Node, variables: Variables): Json {
    this.#budget.spend()
    const of = (other: Node) => this.value(other, variables)
    switch (node.kind) {
      case 'constant':
        return node.value
      case 'variable':
        return memberOf(variables, node.name === '$1' ? '$' : node.name) ?? null
      case 'list':
        return node.items.map(of)
      case 'mapping':
        return Object.fromEntries(node.pairs.map(({key, value}) => [String(of(key)), of(value)]))
      case 'unary':
        return node.sign === 'not' ? !isTrue(of(node.of)) : calculate(node.sign, 0, of(node.of))
      case 'binary':
        return this.#budget.paid(this.#binary(node.sign, of(node.left), () => of(node.right)))
      case 'attribute':
        return this.#attribute(of(node.of), node.name, node.optional)
      case 'index':
        return indexed(of(node.of), of(node.at))
      case 'within':
        return this.value(node.body, this.#variablesOf(node.scope, variables))
      case 'call':
        return this.#budget.paid(this.#call(node, variables))
    }
  }

  #binary(sign: string, left: Json, right: () => Json): Json {
    switch (sign) {
      case '=':
        return isSame(left, right())
      case 'in':
        return isIn(left, right())
      case 'mod':
        return calculate('%', left, right())
      case '/':
        return quotient(left, right())
      case '=~':
      case '!~':
        throw new ExpressionError(`The sandbox does not support ${sign}`)
      default:
        return operate(sign, left, right)
    }
  }

  #attribute(value: Json, name: string, optional: boolean): Json {
    if (value === null && optional) return null
    if (Array.isArray(value)) {
      this.#budget.spend(value.length)
      return value.map((one) => this.#attribute(one, name, optional))
    }
    const member = isObject(value) ? memberOf(value, name) : undefined
    if (member === undefined) throw new ExpressionError(`Unable to resolve key '${name}'`)
    return member
  }

  /** The variables of `let(x => 1) ->`. */
  #variablesOf(node: Node, variables: Variables): Variables {
    if (node.kind !== 'call' || node.name !== 'let' || node.of !== undefined)
      throw new ExpressionError('The sandbox supports -> only after let()')
    const named = node.pairs.map(({key, value}) => [`$${this.#nameOf(key)}`, this.value(value, variables)] as const)
    const [first] = node.args.map((arg) => this.value(arg, variables))
    return {...variables, ...Object.fromEntries(named), ...(first !== undefined && {$: first})}
  }

  #nameOf(key: Node): string {
    return String(this.value(key, {}))
  }

  #call(node: Call, variables: Variables): Json {
    const given = this.#given(node, variables)
    const [first, ...others] = node.args
    // `len(list)` is `list.len()`, for what is not a function of its own.
    const [receiver, args] = node.of ? [node.of, node.args] : [first, others]
    if (!node.of && Object.hasOwn(FUNCTIONS, node.name)) return FUNCTIONS[node.name]?.(given, this.#known) ?? null
    const method = Object.hasOwn(METHODS, node.name) ? METHODS[node.name] : undefined
    if (method === undefined || receiver === undefined || (!node.of && !method.alsoFunction))
      throw new ExpressionError(`Unknown function "${node.name}"`)
    const value = this.value(receiver, variables)
    if (Array.isArray(value)) this.#budget.spend(value.length)
    return method.run(value, this.#given({...node, args}, variables))
  }

  #given({args, pairs}: {args: readonly Node[]; pairs: readonly Pair[]}, variables: Variables): Given {
    const lambda = (at: number, own: Variables): Json => {
      const node = args[at]
      if (node === undefined) throw new ExpressionError(`No function matches supplied arguments: ${args.length} given`)
      return this.value(node, {...variables, ...own})
    }
    return {
      count: args.length,
      value: (at) => (args[at] ? this.value(args[at], variables) : undefined),
      each: (at, $) => lambda(at, {$}),
      both: (at, $, $2) => lambda(at, {$, $2}),
      pairs: () => pairs.map(({key, value}) => [() => this.value(key, variables), () => this.value(value, variables)]),
      spend: (steps) => this.#budget.spend(steps),
    }
  }
}

/** Whole numbers give a whole number. */
const quotient = (left: Json, right: Json): Json =>
  calculate(Number.isInteger(left) && Number.isInteger(right) ? '//' : '/', left, right)

function isIn(value: Json, container: Json): boolean {
  if (Array.isArray(container)) return container.some((one) => isSame(one, value))
  if (typeof container === 'string' && typeof value === 'string') return container.includes(value)
  throw new ExpressionError('No function "#operator_in" matches supplied arguments')
}

function indexed(value: Json, at: Json): Json {
  if (Array.isArray(value) && typeof at === 'number') {
    const item = value.at(at)
    if (item === undefined) throw new ExpressionError('list index out of range')
    return item
  }
  if (typeof value === 'string') throw new ExpressionError('No function "#indexer" matches supplied arguments')
  const member = memberOf(asMapping(value) as JsonObject, String(at))
  if (member === undefined) throw new ExpressionError(`Unable to resolve key '${String(at)}'`)
  return member
}
