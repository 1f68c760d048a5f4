import {valueAt} from '#jinja/access'
import {binary} from '#jinja/arithmetic'
import {type Filter, filter} from '#jinja/filter'
import {applyTest} from '#jinja/tests'
import {text} from '#jinja/text'
import {equal, isDict, isList, iterate, kindOf, order, truth, Undefined} from '#jinja/values'

/** What values are compared by: themselves or an attribute, by default without regard to case. */
function keyOf(attribute: unknown, caseSensitive: unknown): (value: unknown) => unknown {
  return (value) => {
    const key = attribute === undefined || attribute === null ? value : valueAt(value, attribute)
    return typeof key === 'string' && !truth(caseSensitive ?? false) ? key.toLowerCase() : key
  }
}

function sorted(value: unknown, reverse: unknown = false, caseSensitive?: unknown, attribute?: unknown): unknown[] {
  const keys = (typeof attribute === 'string' ? attribute.split(',') : [attribute]).map((one) =>
    keyOf(one, caseSensitive),
  )
  const ascending = (a: unknown, b: unknown) => {
    for (const key of keys) {
      const result = order(key(a), key(b))
      if (result !== 0) return result
    }
    return 0
  }
  // Equal values keep their order in both directions.
  return iterate(value).sort((a, b) => (truth(reverse) ? ascending(b, a) : ascending(a, b)))
}

function unique(value: unknown, caseSensitive?: unknown, attribute?: unknown): unknown[] {
  const key = keyOf(attribute, caseSensitive)
  const kept: unknown[] = []
  return iterate(value).filter((each) => {
    const one = key(each)
    if (kept.some((other) => equal(other, one))) return false
    kept.push(one)
    return true
  })
}

const extreme =
  (name: string, sign: number) =>
  (value: unknown, caseSensitive?: unknown, attribute?: unknown): unknown => {
    const key = keyOf(attribute, caseSensitive)
    const items = iterate(value)
    if (items.length === 0) return new Undefined(name)
    return items.reduce((best, each) => (sign * order(key(each), key(best)) > 0 ? each : best))
  }

/** `select`, `reject` and the same by attribute: items that pass, or fail, a test. */
function chosen(keep: boolean, byAttribute: boolean): Filter {
  return (value, {positional}) => {
    const [attribute, ...rest] = byAttribute ? positional : [undefined, ...positional]
    const [test, ...operands] = rest
    return iterate(value).filter((each) => {
      const subject = byAttribute ? valueAt(each, attribute) : each
      const passes =
        test === undefined ? truth(subject) : applyTest(text(test), subject, {positional: operands, named: new Map()})
      return passes === keep
    })
  }
}

function joined(value: unknown, by: unknown = '', attribute?: unknown): string {
  return iterate(value)
    .map((each) => text(attribute === undefined ? each : valueAt(each, attribute)))
    .join(text(by))
}

function summed(value: unknown, attribute?: unknown, start: unknown = 0): unknown {
  const items = iterate(value).map((each) => (attribute === undefined ? each : valueAt(each, attribute)))
  return items.reduce((total, each) => binary('+', total, each), start)
}

function batched(value: unknown, size: unknown, fill?: unknown): unknown[] {
  const [items, count] = [iterate(value), Number(size)]
  if (!(count > 0)) throw new Error('`batch` needs a size above 0.')
  const batches: unknown[][] = []
  for (let at = 0; at < items.length; at += count) batches.push(items.slice(at, at + count))
  const last = batches.at(-1)
  while (last && fill !== undefined && last.length < count) last.push(fill)
  return batches
}

function sliced(value: unknown, slices: unknown, fill?: unknown): unknown[] {
  const [items, count] = [iterate(value), Number(slices)]
  if (!(count > 0)) throw new Error('`slice` needs a number above 0.')
  const [size, longer] = [Math.floor(items.length / count), items.length % count]
  return Array.from({length: count}, (_, index) => {
    const from = index * size + Math.min(index, longer)
    const part = items.slice(from, from + size + (index < longer ? 1 : 0))
    if (fill !== undefined && index >= longer) part.push(fill)
    return part
  })
}

function reversed(value: unknown): unknown {
  return typeof value === 'string' ? [...value].reverse().join('') : iterate(value).reverse()
}

function lengthOf(value: unknown): number {
  if (isDict(value)) return value.size
  if (isList(value) || typeof value === 'string' || value instanceof Undefined) return iterate(value).length
  throw new Error(`${kindOf(value)} has no length.`)
}

const endOf = (name: string, at: number) => (value: unknown) => {
  const items = iterate(value)
  return items.length === 0 ? new Undefined(name) : items.at(at)
}

/** Filters of lists and other values with items. */
export const listFilters: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ['batch', filter('linecount fill_with', batched)],
  ['count', filter('', lengthOf)],
  ['first', filter('', endOf('first', 0))],
  ['join', filter('d attribute', joined)],
  ['last', filter('', endOf('last', -1))],
  ['length', filter('', lengthOf)],
  ['list', filter('', iterate)],
  ['max', filter('case_sensitive attribute', extreme('max', 1))],
  ['min', filter('case_sensitive attribute', extreme('min', -1))],
  ['reject', chosen(false, false)],
  ['rejectattr', chosen(false, true)],
  ['reverse', filter('', reversed)],
  ['select', chosen(true, false)],
  ['selectattr', chosen(true, true)],
  ['slice', filter('slices fill_with', sliced)],
  ['sort', filter('reverse case_sensitive attribute', sorted)],
  ['sum', filter('attribute start', summed)],
  ['unique', filter('case_sensitive attribute', unique)],
])
