import {ExactNumber, type Json} from '#json'

/** A value as Python's str() writes it, which is what cliff prints. */
export function pythonText(value: Json | undefined): string {
  return typeof value === 'string' ? value : pythonRepr(value)
}

/** A value as Python's repr() writes it. */
export function pythonRepr(value: Json | undefined): string {
  if (value === null || value === undefined) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number' || value instanceof ExactNumber) return pythonNumber(value)
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(', ')}]`
  const entries = Object.entries(value).map(([key, member]) => `${quoted(key)}: ${pythonRepr(member)}`)
  return `{${entries.join(', ')}}`
}

/** A number as Python reads it from JSON and writes it: an int keeps all its digits, a float has a point or an exponent. */
export function pythonNumber(value: number | ExactNumber): string {
  const source = String(value)
  if (/^-?\d+$/.test(source)) return source === '-0' ? '0' : source
  return pythonFloat(Number(value))
}

function pythonFloat(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value < 0 ? '-inf' : 'inf'
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0'
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e')
  const power = Number(exponent)
  if (power < -4 || power >= 16)
    return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
  const plain = value.toFixed(Math.max(0, mantissa.replace(/^-?\d\.?/, '').length - power))
  return plain.includes('.') ? plain : `${plain}.0`
}

const SHORT: Readonly<Record<string, string>> = {'\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t'}

/** Not printable to Python: controls, formats, surrogates, unassigned and separators other than the space. */
const SPECIAL = /[\\\p{C}\p{Zl}\p{Zp}\p{Zs}]/gu

function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  const escaped = text.replace(SPECIAL, (char) => (char === ' ' ? char : (SHORT[char] ?? codeOf(char))))
  return `${quote}${quote === "'" ? escaped.replaceAll("'", "\\'") : escaped}${quote}`
}

function codeOf(char: string): string {
  const code = char.codePointAt(0) ?? 0
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`
  return code <= 0xffff ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`
}
