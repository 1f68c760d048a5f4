import {Float, isDict, isList, Tuple, Undefined} from '#jinja/values'

/** A value as `{{ value }}` prints it. */
export function text(value: unknown): string {
  if (typeof value === 'string') return value
  return value instanceof Undefined ? '' : repr(value)
}

/** A value as it prints inside a list. */
export function repr(value: unknown): string {
  if (value === null) return 'None'
  if (value instanceof Undefined) return 'Undefined'
  if (value instanceof Float) return floatText(value.value)
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'string') return quoted(value)
  if (value instanceof Tuple) return `(${[...value].map(repr).join(', ')}${value.length === 1 ? ',' : ''})`
  if (isList(value)) return `[${value.map(repr).join(', ')}]`
  if (isDict(value)) return `{${[...value].map(([key, item]) => `${repr(key)}: ${repr(item)}`).join(', ')}}`
  return typeof value === 'number' ? wholeText(value) : '<function>'
}

/** An integer in digits, also where JavaScript would write an exponent. */
function wholeText(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : BigInt(value).toString()
}

function floatText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf'
  const exponent = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)))
  if (exponent >= -4 && exponent < 16) {
    const plain = String(value)
    return /[.e]/.test(plain) ? plain : `${Object.is(value, -0) ? '-0' : plain}.0`
  }
  // Python writes at least two digits of the exponent: 1e-05.
  return value.toExponential().replace(/e([-+])(\d)$/, 'e$10$2')
}

const NAMED_ESCAPES: Readonly<Record<string, string>> = {'\n': '\\n', '\t': '\\t', '\r': '\\r', '\\': '\\\\'}

function quoted(value: string): string {
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'"
  const body = value.replace(/[\\'"\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu, (char) => {
    if (char === quote) return `\\${char}`
    if (char === '"' || char === "'") return char
    return NAMED_ESCAPES[char] ?? numberEscape(char.codePointAt(0) ?? 0)
  })
  return quote + body + quote
}

function numberEscape(code: number): string {
  const digits = code.toString(16)
  if (code < 0x100) return `\\x${digits.padStart(2, '0')}`
  return code < 0x1_0000 ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`
}
