import {repr, text} from '#jinja/text'
import {isDict, isList, numeric, Tuple} from '#jinja/values'

const PLACE = /%(?:\((?<key>[^)]*)\))?(?<flags>[-+ 0#]*)(?<width>\d+)?(?:\.(?<precision>\d+))?(?<type>[a-zA-Z%])/g

/** Python's `%`: `'%s-%03d' % ('a', 7)`. */
export function percent(format: string, value: unknown): string {
  const values = value instanceof Tuple ? [...value] : [value]
  let used = 0
  const out = format.replace(PLACE, (_all, _key, _flags, _width, _precision, _type, _at, _whole, groups) => {
    const {key, flags, width, precision, type} = groups as Record<string, string | undefined>
    if (type === '%') return '%'
    if (key === undefined && used >= values.length) throw new Error('There are fewer values than places in the format.')
    const one = key === undefined ? values[used++] : keyed(value, key)
    return padded(converted(one, type ?? '', precision), flags ?? '', Number(width ?? 0), type ?? '')
  })
  if (used < values.length && used > 0) throw new Error('There are more values than places in the format.')
  if (used === 0 && out === format && !isDict(value) && !(isList(value) && value.length === 0))
    throw new Error('There are more values than places in the format.')
  return out
}

function keyed(values: unknown, key: string): unknown {
  if (!isDict(values) || !values.has(key)) throw new Error(`The format requires a value \`${key}\`.`)
  return values.get(key)
}

function converted(value: unknown, type: string, precision: string | undefined): string {
  if (type === 's') return precision === undefined ? text(value) : text(value).slice(0, Number(precision))
  if (type === 'r') return repr(value)
  const number = numeric(value)
  if (number === undefined) throw new Error(`%${type} needs a number.`)
  if (type === 'd' || type === 'i') return String(Math.trunc(number))
  if (type === 'f') return number.toFixed(Number(precision ?? 6))
  if (type === 'x') return number.toString(16)
  if (type === 'X') return number.toString(16).toUpperCase()
  if (type === 'o') return number.toString(8)
  throw new Error(`%${type} is not supported.`)
}

function padded(value: string, flags: string, width: number, type: string): string {
  const isNumber = type !== 's' && type !== 'r'
  const signed =
    isNumber && !value.startsWith('-')
      ? flags.includes('+')
        ? `+${value}`
        : flags.includes(' ')
          ? ` ${value}`
          : value
      : value
  if (flags.includes('-')) return signed.padEnd(width)
  if (!isNumber || !flags.includes('0')) return signed.padStart(width)
  const sign = /^[-+ ]/.exec(signed)?.[0] ?? ''
  return sign + signed.slice(sign.length).padStart(width - sign.length, '0')
}
