import {valueAt} from '#jinja/access'
import {bind} from '#jinja/call'
import {type Filter, filter} from '#jinja/filter'
import {json} from '#jinja/json'
import {listFilters} from '#jinja/list-filters'
import {percent} from '#jinja/percent'
import {text} from '#jinja/text'
import {type Call, Float, isDict, iterate, numeric, Tuple, truth, Undefined} from '#jinja/values'
import {capitalized, linesOf, replaced, stripped} from '#jinja/words'

// Words after a space, a hyphen or an opening bracket begin with a capital.
const titled = (value: unknown) =>
  text(value)
    .split(/([-\s({[<]+)/)
    .map(capitalized)
    .join('')

function indented(value: unknown, width: unknown = 4, first: unknown = false, blank: unknown = false): string {
  const margin = typeof width === 'string' ? width : ' '.repeat(Number(width))
  const [head = '', ...rest] = linesOf(`${text(value)}\n`)
  const lines = rest.map((line) => (line || truth(blank) ? margin + line : line))
  return (truth(first) ? margin : '') + [head, ...lines].join('\n')
}

function whole(value: unknown, fallback: unknown = 0, base: unknown = 10): unknown {
  const number = numeric(value)
  if (number !== undefined) return Number.isFinite(number) ? Math.trunc(number) : fallback
  const digits = text(value).trim().toLowerCase()
  const read = Number.parseInt(digits.replace(/^([-+]?)0[xob]/, '$1'), Number(base))
  const isWhole =
    !Number.isNaN(read) && /^[-+]?(?:0[xob])?[\da-z_]+$/.test(digits) && (base !== 10 || /^[-+]?[\d_]+$/.test(digits))
  if (isWhole) return read
  return digits !== '' && Number.isFinite(Number(digits)) ? Math.trunc(Number(digits)) : fallback
}

function float(value: unknown, fallback: unknown = new Float(0)): unknown {
  const number = numeric(value) ?? (text(value).trim() === '' ? Number.NaN : Number(text(value)))
  return Number.isNaN(number) ? fallback : new Float(number)
}

function rounded(value: unknown, precision: unknown = 0, method: unknown = 'common'): unknown {
  const number = numeric(value)
  if (number === undefined) throw new Error('`round` needs a number.')
  const scale = 10 ** Number(precision)
  const shifted = number * scale
  if (method === 'ceil') return new Float(Math.ceil(shifted) / scale)
  if (method === 'floor') return new Float(Math.floor(shifted) / scale)
  if (!(value instanceof Float)) return number
  // Python rounds a half to the even neighbor.
  const isHalf = shifted - Math.floor(shifted) === 0.5
  const even = 2 * Math.round(shifted / 2)
  return new Float(isHalf ? even / scale : Number(number.toFixed(Math.max(0, Number(precision)))))
}

function formatted(value: unknown, {positional, named}: Call): string {
  return percent(text(value), named.size > 0 ? new Map(named) : Tuple.from(positional))
}

function sortedDict(value: unknown, caseSensitive: unknown = false, by: unknown = 'key', reverse: unknown = false) {
  const place = by === 'value' ? 1 : 0
  return listFilters.get('sort')?.(isDict(value) ? [...value].map((entry) => Tuple.from(entry)) : [], {
    positional: [reverse, caseSensitive, place],
    named: new Map(),
  })
}

function itemsOf(value: unknown): unknown[] {
  if (value instanceof Undefined) return []
  if (!isDict(value)) throw new Error('`items` needs a dictionary.')
  return [...value].map((entry) => Tuple.from(entry))
}

function centered(value: unknown, width: unknown = 80): string {
  const left = Number(width) - text(value).length
  if (left <= 0) return text(value)
  const before = Math.floor(left / 2) + (left & Number(width) & 1)
  return ' '.repeat(before) + text(value) + ' '.repeat(left - before)
}

function mapped(value: unknown, {positional, named}: Call): unknown[] {
  const [name, ...rest] = positional
  if (name !== undefined) return iterate(value).map((each) => applyFilter(text(name), each, {positional: rest, named}))
  const attribute = named.get('attribute')
  if (attribute === undefined) throw new Error('`map` needs a filter or an attribute.')
  return iterate(value).map((each) => {
    const found = valueAt(each, attribute)
    return found instanceof Undefined && named.has('default') ? named.get('default') : found
  })
}

const filters: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ...listFilters,
  ['abs', filter('', (value) => (value instanceof Float ? new Float(Math.abs(value.value)) : Math.abs(Number(value))))],
  ['capitalize', filter('', (value) => capitalized(text(value)))],
  ['center', filter('width', centered)],
  ['dictsort', filter('case_sensitive by reverse', sortedDict)],
  ['float', filter('default', float)],
  ['format', formatted],
  ['indent', filter('width first blank', indented)],
  ['int', filter('default base', whole)],
  ['items', filter('', itemsOf)],
  ['map', mapped],
  ['lower', filter('', (value) => text(value).toLowerCase())],
  ['replace', filter('old new count', (value, from, to, count) => replaced(text(value), text(from), text(to), count))],
  ['round', filter('precision method', rounded)],
  ['string', filter('', text)],
  ['title', filter('', titled)],
  ['tojson', filter('indent', (value, indent) => json(value, typeof indent === 'number' ? indent : undefined))],
  ['trim', filter('chars', (value, chars) => stripped(text(value), chars))],
  ['upper', filter('', (value) => text(value).toUpperCase())],
  ['wordcount', filter('', (value) => text(value).match(/[\p{L}\p{N}_]+/gu)?.length ?? 0)],
  ...['default', 'd'].map((name): [string, Filter] => [name, defaulted]),
])

function defaulted(value: unknown, call: Call): unknown {
  const [fallback = '', boolean = false] = bind(['default_value', 'boolean'], call)
  return value instanceof Undefined || (truth(boolean) && !truth(value)) ? fallback : value
}

/** `value|name(...)`. */
export function applyFilter(name: string, value: unknown, call: Call): unknown {
  const found = filters.get(name)
  if (!found) throw new Error(`There is no filter \`${name}\`.`)
  return found(value, call)
}
