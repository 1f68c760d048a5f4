import {type Method, method} from '#jinja/call'
import {text} from '#jinja/text'
import {
  allowSize,
  type Call,
  type Dict,
  equal,
  isDict,
  isList,
  iterate,
  kindOf,
  order,
  Tuple,
  truth,
} from '#jinja/values'
import {capitalized, linesOf, replaced, stripped} from '#jinja/words'

type Methods<Self> = ReadonlyMap<string, Method<Self>>

const isAffix = (options: unknown, test: (option: string) => boolean) =>
  (isList(options) ? options : [options]).some((option) => test(text(option)))

function splitBy(self: string, separator: unknown, most: unknown, fromEnd: boolean): string[] {
  const limit = typeof most === 'number' && most >= 0 ? most : Number.POSITIVE_INFINITY
  const parts = separator == null ? self.split(/\s+/).filter(Boolean) : self.split(text(separator))
  if (parts.length <= limit + 1) return parts
  const joint = separator == null ? ' ' : text(separator)
  return fromEnd
    ? [parts.slice(0, -limit || undefined).join(joint), ...(limit ? parts.slice(-limit) : [])]
    : [...parts.slice(0, limit), parts.slice(limit).join(joint)]
}

function formatted(self: string, {positional, named}: Call): string {
  let next = 0
  return self.replace(/\{\{|\}\}|\{([^{}]*)\}/g, (all, field: string | undefined) => {
    if (field === undefined) return all.charAt(0)
    if (!/^\w*$/.test(field)) throw new Error(`The format {${field}} is not supported.`)
    const index = field === '' ? next++ : Number(field)
    const value = Number.isNaN(index) ? named.get(field) : positional[index]
    if (value === undefined) throw new Error(`The format requires a value {${field}}.`)
    return text(value)
  })
}

const hasOnly = (pattern: RegExp) => method<string>('', (self) => pattern.test(self))

const stringMethods: Methods<string> = new Map<string, Method<string>>([
  ['capitalize', method('', capitalized)],
  ['count', method('part', (self, part) => self.split(text(part)).length - 1)],
  ['endswith', method('suffix', (self, options) => isAffix(options, (option) => self.endsWith(option)))],
  ['find', method('part', (self, part) => self.indexOf(text(part)))],
  ['format', formatted],
  ['isalnum', hasOnly(/^[\p{L}\p{N}]+$/u)],
  ['isalpha', hasOnly(/^\p{L}+$/u)],
  ['isdigit', hasOnly(/^\p{Nd}+$/u)],
  ['islower', method('', (self) => self === self.toLowerCase() && self !== self.toUpperCase())],
  ['isupper', method('', (self) => self === self.toUpperCase() && self !== self.toLowerCase())],
  ['join', method('items', (self, items) => joined(self, iterate(items)))],
  ['ljust', method('width', (self, width) => self.padEnd(Number(width)))],
  ['lower', method('', (self) => self.toLowerCase())],
  ['lstrip', method('chars', (self, chars) => stripped(self, chars, 'start'))],
  ['replace', method('old new count', (self, from, to, count) => replaced(self, text(from), text(to), count))],
  ['rjust', method('width', (self, width) => self.padStart(Number(width)))],
  ['rsplit', method('sep maxsplit', (self, separator, most) => splitBy(self, separator, most, true))],
  ['rstrip', method('chars', (self, chars) => stripped(self, chars, 'end'))],
  ['split', method('sep maxsplit', (self, separator, most) => splitBy(self, separator, most, false))],
  ['splitlines', method('', linesOf)],
  ['startswith', method('prefix', (self, options) => isAffix(options, (option) => self.startsWith(option)))],
  ['strip', method('chars', (self, chars) => stripped(self, chars))],
  ['title', method('', (self) => self.replace(/\p{L}+/gu, capitalized))],
  ['upper', method('', (self) => self.toUpperCase())],
  ['zfill', method('width', (self, width) => self.padStart(Number(width), '0'))],
])

function joined(by: string, items: unknown[]): string {
  const wrong = items.find((item) => typeof item !== 'string')
  if (wrong !== undefined) throw new Error(`${kindOf(wrong)} cannot be joined to a string.`)
  return items.join(by)
}

/** What Python's methods that change a list or dictionary return. */
const none = (_changed: unknown): null => null

function placeOf(self: unknown[], value: unknown): number {
  const at = self.findIndex((item) => equal(item, value))
  if (at < 0) throw new Error(`${text(value)} is not in the list.`)
  return at
}

function popped(self: unknown[], index: unknown = -1): unknown {
  const at = Number(index)
  if (at >= self.length || at < -self.length) throw new Error('pop() finds no item there.')
  return self.splice(at, 1)[0]
}

function extended(self: unknown[], values: unknown): null {
  const added = iterate(values)
  allowSize(self.length + added.length)
  for (const value of added) self.push(value)
  return null
}

const listMethods: Methods<unknown[]> = new Map<string, Method<unknown[]>>([
  ['append', method('value', (self, value) => none(self.push(value)))],
  ['clear', method('', (self) => none(self.splice(0)))],
  ['copy', method('', (self) => [...self])],
  ['count', method('value', (self, value) => self.filter((item) => equal(item, value)).length)],
  ['extend', method('values', extended)],
  ['index', method('value', placeOf)],
  ['insert', method('index value', (self, at, value) => none(self.splice(Number(at), 0, value)))],
  ['pop', method('index', popped)],
  ['remove', method('value', (self, value) => none(self.splice(placeOf(self, value), 1)))],
  ['reverse', method('', (self) => none(self.reverse()))],
  ['sort', method('reverse', (self, reverse) => none(sorted(self, truth(reverse ?? false))))],
])

function sorted(self: unknown[], descending: boolean): unknown[] {
  return self.sort((a, b) => (descending ? order(b, a) : order(a, b)))
}

const tupleMethods: Methods<unknown[]> = new Map([...listMethods].filter(([name]) => ['count', 'index'].includes(name)))

const pairs = (self: Dict) => [...self].map((entry) => Tuple.from(entry))

function updated(self: Dict, {positional, named}: Call): null {
  const [other] = positional
  for (const [key, value] of isDict(other) ? other : iterate(other ?? []).map(iterate)) self.set(key, value)
  for (const [key, value] of named) self.set(key, value)
  return null
}

function removed(self: Dict, {positional}: Call): unknown {
  const [key, fallback] = positional
  if (!self.has(key) && positional.length < 2) throw new Error(`There is no key ${text(key)}.`)
  const value = self.has(key) ? self.get(key) : fallback
  self.delete(key)
  return value
}

function defaulted(self: Dict, key: unknown, fallback: unknown = null): unknown {
  if (!self.has(key)) self.set(key, fallback)
  return self.get(key)
}

const dictMethods: Methods<Dict> = new Map<string, Method<Dict>>([
  ['clear', method('', (self) => none(self.clear()))],
  ['copy', method('', (self) => new Map(self))],
  ['get', method('key default', (self, key, fallback = null) => (self.has(key) ? self.get(key) : fallback))],
  ['items', method('', pairs)],
  ['keys', method('', (self) => [...self.keys()])],
  ['pop', removed],
  ['setdefault', method('key default', defaulted)],
  ['update', updated],
  ['values', method('', (self) => [...self.values()])],
])

/** The method of a value by its name, bound to the value; undefined when it has none of that name. */
export function methodOf(value: unknown, name: string): ((call: Call) => unknown) | undefined {
  const bound = <Self>(self: Self, methods: Methods<Self>) => {
    const found = methods.get(name)
    return found && ((call: Call) => found(self, call))
  }
  if (typeof value === 'string') return bound(value, stringMethods)
  if (value instanceof Tuple) return bound(value, tupleMethods)
  if (isList(value)) return bound(value, listMethods)
  return isDict(value) ? bound(value, dictMethods) : undefined
}
