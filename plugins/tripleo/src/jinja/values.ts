/**
 * Values as Python has them. A template works with: strings, integers (numbers), `Float`, booleans, null, lists (arrays), `Tuple`,
 * dictionaries (Maps), and functions that this folder defines. Nothing of JavaScript's own is reachable from a template.
 */
export type Dict = Map<unknown, unknown>

/** What a function of a template is called with. */
export interface Call {
  positional: readonly unknown[]
  named: ReadonlyMap<string, unknown>
}
export type Callable = (call: Call) => unknown

/** A name or key without a value; it prints as nothing, and its attributes cannot be read. */
export class Undefined {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** A Python float: 2.0 prints as `2.0`. */
export class Float {
  readonly value: number
  constructor(value: number) {
    this.value = value
  }
}

export class Tuple extends Array<unknown> {}

/** What `namespace()` returns: attributes that inner scopes can set. */
export class Namespace {
  readonly values = new Map<string, unknown>()
}

export const isDict = (value: unknown): value is Dict => value instanceof Map
export const isList = (value: unknown): value is unknown[] => Array.isArray(value)

export function truth(value: unknown): boolean {
  if (value instanceof Undefined) return false
  if (value instanceof Float) return value.value !== 0
  if (isList(value)) return value.length > 0
  if (isDict(value)) return value.size > 0
  return Boolean(value)
}

/** A number, or undefined for what is not one. Booleans are numbers in Python. */
export function numeric(value: unknown): number | undefined {
  if (value instanceof Float) return value.value
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'number' ? value : undefined
}

export function iterate(value: unknown): unknown[] {
  if (isList(value) || typeof value === 'string') return [...value]
  if (isDict(value)) return [...value.keys()]
  if (value instanceof Undefined) return []
  throw new Error(`${kindOf(value)} cannot be iterated over.`)
}

/** A value's type in a message: `A number`. */
export function kindOf(value: unknown): string {
  if (value === null) return 'None'
  if (value instanceof Undefined) return `\`${value.name}\``
  if (typeof value === 'string') return 'A string'
  if (typeof value === 'boolean') return 'A boolean'
  if (numeric(value) !== undefined) return 'A number'
  if (value instanceof Tuple) return 'A tuple'
  if (isList(value)) return 'A list'
  if (isDict(value)) return 'A dictionary'
  return 'A function'
}

export function equal(a: unknown, b: unknown): boolean {
  if (a instanceof Undefined) return b instanceof Undefined
  const [left, right] = [numeric(a), numeric(b)]
  if (left !== undefined && right !== undefined) return left === right
  if (isList(a) && isList(b))
    return (
      a instanceof Tuple === b instanceof Tuple && a.length === b.length && a.every((item, at) => equal(item, b[at]))
    )
  if (isDict(a) && isDict(b))
    return a.size === b.size && [...a].every(([key, value]) => b.has(key) && equal(value, b.get(key)))
  return a === b
}

/** Ascending order, as `sorted` has it; fails for values that Python does not compare. */
export function order(a: unknown, b: unknown): number {
  const [left, right] = [numeric(a), numeric(b)]
  if (left !== undefined && right !== undefined) return left - right
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b)
  if (isList(a) && isList(b)) {
    const at = a.findIndex((item, index) => index >= b.length || !equal(item, b[index]))
    return at < 0 ? a.length - b.length : at >= b.length ? 1 : order(a[at], b[at])
  }
  throw new Error(`${kindOf(a)} and ${lowerFirst(kindOf(b))} cannot be compared.`)
}

export function contains(container: unknown, item: unknown): boolean {
  if (typeof container === 'string') {
    if (typeof item !== 'string') throw new Error(`${kindOf(item)} cannot be searched for in a string.`)
    return container.includes(item)
  }
  if (isDict(container)) return container.has(item)
  return iterate(container).some((each) => equal(each, item))
}

export const lowerFirst = (text: string): string =>
  text.startsWith('None') ? text : text[0]?.toLowerCase() + text.slice(1)

/** So many items or characters a single value may have. */
const LARGEST = 2_000_000

/** Fails for the size of a value that no template needs, before it is created. */
export function allowSize(size: number): void {
  if (size > LARGEST) throw new Error(`A value would have more than ${LARGEST} items or characters.`)
}
