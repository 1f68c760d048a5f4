import {TemplateError} from '#jinja/error'
import {evaluate, filtered, type Lookup} from '#jinja/evaluate'
import type {Expression, FilterCall} from '#jinja/expression'
import {GLOBALS} from '#jinja/globals'
import {loopOf} from '#jinja/loop'
import type {Body, Statement, Target} from '#jinja/statement'
import {text} from '#jinja/text'
import {type Callable, iterate, kindOf, Namespace, truth, Undefined} from '#jinja/values'

type Scope = Map<string, unknown>
type Scopes = readonly Scope[]
type Of<Kind extends Statement['do']> = Extract<Statement, {do: Kind}>

/** Includes and macros inside each other. */
const DEEPEST = 50

/** One rendering: the statements of a template and of what it includes, with the steps that are left. */
export class Run {
  readonly #load: (name: string) => Body | undefined
  readonly #blocks = new Map<string, Body>()
  #left: number
  #depth = 0
  #file = ''

  constructor(load: (name: string) => Body | undefined, steps: number) {
    this.#load = load
    this.#left = steps
  }

  template(file: string, body: Body, values: ReadonlyMap<string, unknown>): string {
    return this.#inFile(file, body, [new Map(values), new Map()])
  }

  /** The text of another file. Its errors name it. */
  #inFile(file: string, body: Body, scopes: Scopes): string {
    const before = this.#file
    this.#file = file
    this.#collectBlocks(body)
    const out = this.#nested(() => this.#body(body, scopes))
    this.#file = before
    return out
  }

  #collectBlocks(body: Body): void {
    for (const statement of body) {
      if (statement.do === 'block') this.#blocks.set(statement.name, statement.body)
      if (statement.do === 'if') for (const branch of statement.branches) this.#collectBlocks(branch.body)
      if ('otherwise' in statement) this.#collectBlocks(statement.otherwise)
      if ('body' in statement) this.#collectBlocks(statement.body)
    }
  }

  #nested<Result>(work: () => Result): Result {
    if (++this.#depth > DEEPEST) throw new Error(`More than ${DEEPEST} templates or macros use each other.`)
    const result = work()
    this.#depth--
    return result
  }

  #body(body: Body, scopes: Scopes): string {
    let out = ''
    for (const statement of body) {
      if (statement.do === 'text') {
        out += statement.text
        continue
      }
      try {
        this.#step()
        out += this.#statement(statement, scopes)
      } catch (error) {
        if (error instanceof TemplateError || error instanceof RangeError) throw error
        throw new TemplateError(this.#file, statement.line, error instanceof Error ? error.message : String(error))
      }
    }
    return out
  }

  #step(): void {
    if (--this.#left < 0) throw new Error('The template takes too many steps.')
  }

  #statement(statement: Exclude<Statement, {do: 'text'}>, scopes: Scopes): string {
    switch (statement.do) {
      case 'print':
        return text(this.#value(statement.value, scopes))
      case 'if': {
        const branch = statement.branches.find(({condition}) => truth(this.#value(condition, scopes)))
        return this.#body(branch?.body ?? statement.otherwise, scopes)
      }
      case 'for':
        return this.#for(statement, scopes)
      case 'set':
        this.#assign(statement.targets, this.#value(statement.value, scopes), scopes)
        return ''
      case 'capture':
        this.#assign(statement.targets, this.#captured(statement, scopes), scopes)
        return ''
      case 'filter':
        return text(this.#captured(statement, scopes))
      case 'with': {
        const inner = new Map(statement.values.map(({target, value}) => [target, this.#value(value, scopes)]))
        return this.#body(statement.body, [...scopes, inner])
      }
      case 'include':
        return this.#include(statement, scopes)
      case 'block':
        return this.#body(statement.body, [...(statement.scoped ? scopes : scopes.slice(0, 2)), new Map()])
      case 'macro':
        scopes.at(-1)?.set(statement.name, this.#macro(statement, scopes))
        return ''
    }
  }

  #captured({body, filters}: {body: Body; filters: readonly FilterCall[]}, scopes: Scopes): unknown {
    const lookup = this.#lookup(scopes)
    return filters.reduce<unknown>(
      (value, filter) => filtered(value, filter, lookup),
      this.#body(body, [...scopes, new Map()]),
    )
  }

  #for({targets, list, filter, body, otherwise}: Of<'for'>, scopes: Scopes): string {
    const scopeOf = (value: unknown): Scope => {
      this.#step()
      const scope: Scope = new Map()
      this.#assign(targets, value, [scope])
      return scope
    }
    const passes = (value: unknown) => filter === undefined || truth(this.#value(filter, [...scopes, scopeOf(value)]))
    const items = iterate(this.#value(list, scopes)).filter(passes)
    if (items.length === 0) return this.#body(otherwise, scopes)
    let out = ''
    for (const [index, value] of items.entries()) {
      const inner = scopeOf(value)
      inner.set('loop', loopOf(items, index))
      out += this.#body(body, [...scopes, inner])
    }
    return out
  }

  #include({name, optional, context}: Of<'include'>, scopes: Scopes): string {
    const value = this.#value(name, scopes)
    const wanted = (Array.isArray(value) ? value : [value]).map(text)
    for (const file of wanted) {
      const body = this.#load(file)
      if (body) return this.#inFile(file, body, context ? [...scopes, new Map()] : [new Map(), new Map()])
    }
    if (optional) return ''
    throw new Error(`The template ${wanted.join(' or ')} does not exist.`)
  }

  #macro({name, parameters, body}: Of<'macro'>, scopes: Scopes): Callable {
    return ({positional, named}) => {
      if (positional.length > parameters.length)
        throw new Error(`The macro ${name} takes at most ${parameters.length} arguments.`)
      const inner: Scope = new Map()
      for (const [index, parameter] of parameters.entries()) {
        const given = index < positional.length ? positional[index] : named.get(parameter.name)
        const {fallback} = parameter
        const value = given === undefined && fallback ? this.#value(fallback, [...scopes, inner]) : given
        inner.set(parameter.name, value === undefined ? new Undefined(parameter.name) : value)
      }
      return this.#nested(() => this.#body(body, [...scopes, inner]))
    }
  }

  #assign(targets: readonly Target[], value: unknown, scopes: Scopes): void {
    const values = targets.length === 1 ? [value] : iterate(value)
    if (values.length !== targets.length)
      throw new Error(`${targets.length} variables cannot be set by ${values.length} values.`)
    for (const [index, target] of targets.entries()) this.#assignOne(target, values[index], scopes)
  }

  #assignOne(target: Target, value: unknown, scopes: Scopes): void {
    if (typeof target === 'string') {
      scopes.at(-1)?.set(target, value)
      return
    }
    const [name, key] = target
    const namespace = this.#lookup(scopes)(name)?.value
    if (!(namespace instanceof Namespace))
      throw new Error(`\`${name}\` is not a namespace. ${kindOf(namespace)} has no attributes.`)
    namespace.values.set(key, value)
  }

  #value(expression: Expression, scopes: Scopes): unknown {
    return evaluate(expression, this.#lookup(scopes))
  }

  #lookup(scopes: Scopes): Lookup {
    return (name) => {
      const scope = scopes.findLast((one) => one.has(name))
      if (scope) return {value: scope.get(name)}
      if (name === 'self') return {value: this.#self(scopes)}
      return GLOBALS.has(name) ? {value: GLOBALS.get(name)} : undefined
    }
  }

  /** `self.name()` prints a block again. */
  #self(scopes: Scopes): Map<string, Callable> {
    const print = (body: Body) => () => this.#nested(() => this.#body(body, [...scopes.slice(0, 2), new Map()]))
    return new Map([...this.#blocks].map(([name, body]) => [name, print(body)]))
  }
}
