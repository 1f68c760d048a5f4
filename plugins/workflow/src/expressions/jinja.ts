import {isObject, type Json, pythonText} from '@osc-cli/core'
import {FILTERS} from '#expressions/jinja-filters'
import {type Arguments, type Node, parseJinja} from '#expressions/jinja-parser'
import {Budget, ExpressionError, type Known} from '#expressions/scope'
import {SHARED} from '#expressions/shared-functions'
import {asMapping, asString, calculate, isSame, isTrue, memberOf, operate} from '#expressions/values'

/** The value of a Jinja expression. ExpressionError when it fails, or uses what the sandbox does not support. */
export function evaluateJinja(expression: string, known: Known): Json {
  return new Evaluation(known).value(parseJinja(expression))
}

type Value = Json | undefined

class Evaluation {
  readonly #known: Known
  readonly #budget = new Budget()

  constructor(known: Known) {
    this.#known = known
  }

  /** ExpressionError when the value is undefined. */
  value(node: Node): Json {
    const value = this.#maybe(node)
    if (value !== undefined) return value
    const name = node.kind === 'member' ? this.value(node.at) : node.kind === 'name' ? node.name : 'value'
    throw new ExpressionError(`'${String(name)}' is undefined`)
  }

  #maybe(node: Node): Value {
    this.#budget.spend()
    switch (node.kind) {
      case 'constant':
        return node.value
      case 'name':
        return node.name === '_' ? this.#known.context : undefined
      case 'list':
        return node.items.map((item) => this.value(item))
      case 'mapping':
        return Object.fromEntries(node.pairs.map(([key, value]) => [String(this.value(key)), this.value(value)]))
      case 'unary':
        return node.sign === 'not' ? !isTrue(this.value(node.of)) : calculate(node.sign, 0, this.value(node.of))
      case 'binary':
        return this.#budget.paid(this.#binary(node.sign, this.value(node.left), () => this.value(node.right)))
      case 'member':
        return memberAt(this.value(node.of), this.value(node.at))
      case 'call':
        return this.#budget.paid(this.#call(node.of, node.args))
      case 'filter':
        return this.#budget.paid(this.#filter(node.name, this.#maybe(node.of), node.args))
      case 'test':
        if (node.args.plain.length > 0)
          throw new ExpressionError(`The sandbox does not support the test '${node.name}'`)
        return isOf(node.name, this.#maybe(node.of))
      case 'slice':
        throw new ExpressionError('The sandbox does not support slices')
      case 'choice':
        if (isTrue(this.value(node.condition))) return this.#maybe(node.yes)
        return node.no && this.#maybe(node.no)
    }
  }

  #binary(sign: string, left: Json, right: () => Json): Json {
    switch (sign) {
      case '==':
        return isSame(left, right())
      case 'in':
        return isIn(left, right())
      case '~':
        return pythonText(left) + pythonText(right())
      default:
        return operate(sign, left, right)
    }
  }

  #call(of: Node, args: Arguments): Json {
    const given = args.plain.map((arg) => this.value(arg))
    if (of.kind === 'name') {
      const run = Object.hasOwn(SHARED, of.name) ? SHARED[of.name] : undefined
      if (!run) throw new ExpressionError(`'${of.name}' is undefined`)
      return run(this.#known, ...given)
    }
    if (of.kind !== 'member') throw new ExpressionError('The sandbox supports calls of functions and methods only')
    const [value, name] = [this.value(of.of), String(this.value(of.at))]
    const methods: Readonly<Record<string, Method>> = typeof value === 'string' ? TEXT_METHODS : MAPPING_METHODS
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined
    if (!method) throw new ExpressionError(`The sandbox does not support the method '${name}'`)
    return method(value, ...given)
  }

  #filter(name: string, value: Value, {plain, named}: Arguments): Json {
    const args = plain.map((arg) => this.value(arg))
    if (name === 'default' || name === 'd') return value ?? args[0] ?? ''
    const filter = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined
    if (!filter) throw new ExpressionError(`No filter named '${name}'.`)
    if (value === undefined) throw new ExpressionError('The value of a filter is undefined')
    if (Array.isArray(value)) this.#budget.spend(value.length)
    return filter(value, args, Object.fromEntries(Object.entries(named).map(([key, node]) => [key, this.value(node)])))
  }
}

function memberAt(value: Json, at: Json): Value {
  if (Array.isArray(value)) return typeof at === 'number' ? value.at(at) : undefined
  return isObject(value) ? memberOf(value, String(at)) : undefined
}

function isIn(value: Json, container: Json): boolean {
  if (Array.isArray(container)) return container.some((one) => isSame(one, value))
  if (typeof container === 'string') return container.includes(asString(value))
  return Object.hasOwn(asMapping(container), String(value))
}

const TESTS: Readonly<Record<string, (value: Value) => boolean>> = {
  defined: (value) => value !== undefined,
  undefined: (value) => value === undefined,
  none: (value) => value === null,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  mapping: isObject,
}

function isOf(name: string, value: Value): boolean {
  const test = Object.hasOwn(TESTS, name) ? TESTS[name] : undefined
  if (!test) throw new ExpressionError(`No test named '${name}'.`)
  return test(value)
}

type Method = (value: Json, ...args: Json[]) => Json

const TEXT_METHODS: Readonly<Record<string, Method>> = {
  upper: (text) => asString(text).toUpperCase(),
  lower: (text) => asString(text).toLowerCase(),
  strip: (text) => asString(text).trim(),
  split: (text, by) => (by === undefined ? asString(text).trim().split(/\s+/) : asString(text).split(asString(by))),
  replace: (text, before, after) => asString(text).replaceAll(asString(before), () => asString(after)),
  startswith: (text, start) => asString(text).startsWith(asString(start)),
  endswith: (text, end) => asString(text).endsWith(asString(end)),
}

const MAPPING_METHODS: Readonly<Record<string, Method>> = {
  get: (mapping, key, otherwise) => memberOf(asMapping(mapping), String(key)) ?? otherwise ?? null,
  keys: (mapping) => Object.keys(asMapping(mapping)),
  values: (mapping) => Object.values(asMapping(mapping)).map((one) => one ?? null),
}
