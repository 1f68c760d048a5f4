import {float, integer} from '#template/numbers'
import type {Tree} from '#template/tree'

// The types of YAML 1.1 (https://yaml.org/type/) as PyYAML resolves them: `y` and `n` are texts, an exponent requires a
// sign, `010` is eight and `1:30` ninety. Dates stay texts, because JSON has no dates.
const NULL = /^(?:~|null|Null|NULL|)$/
const BOOL = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/
const INT = /^[-+]?(?:0b[01_]+|0[0-7_]+|0|[1-9][0-9_]*(?::[0-5]?[0-9])*|0x[0-9a-fA-F_]+)$/
const FLOAT =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*)$/
const NOT_FINITE = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/

/** The value of an unquoted text; undefined if JSON cannot represent it: infinity, not a number. */
export function plainScalar(text: string): Tree | undefined {
  if (NULL.test(text)) return null
  if (BOOL.test(text)) return toBool(text)
  if (INT.test(text)) return toInt(text)
  if (FLOAT.test(text)) return toFloat(text)
  return NOT_FINITE.test(text) ? undefined : text
}

/** The value of a text with an explicit tag, `!!int "3"`; undefined if the tag is unknown or the text does not fit it. */
export function taggedScalar(tag: string, text: string): Tree | undefined {
  switch (tag) {
    case 'tag:yaml.org,2002:str':
    case 'tag:yaml.org,2002:timestamp':
      return text
    case 'tag:yaml.org,2002:null':
      return null
    case 'tag:yaml.org,2002:bool':
      return BOOL.test(text) ? toBool(text) : undefined
    case 'tag:yaml.org,2002:int':
      return INT.test(text) ? toInt(text) : undefined
    case 'tag:yaml.org,2002:float':
      return FLOAT.test(text) || INT.test(text) ? toFloat(text) : undefined
    case 'tag:yaml.org,2002:binary':
      return Buffer.from(text, 'base64').toString()
    default:
      return undefined
  }
}

const toBool = (text: string): boolean => /^(?:yes|true|on)$/i.test(text)

function toInt(text: string): Tree {
  const negative = text.startsWith('-')
  const digits = text.replace(/^[-+]|_/g, '')
  if (digits.includes(':'))
    return integer(String(digits.split(':').reduce((sum, part) => sum * 60n + BigInt(part), 0n)), negative)
  const octal = /^0[0-7]+$/.test(digits)
  return /^0[xb]$/.test(digits) ? text : integer(octal ? `0o${digits.slice(1)}` : digits, negative)
}

function toFloat(text: string): Tree | undefined {
  const sign = text.startsWith('-') ? -1 : 1
  const parts = text
    .replace(/^[-+]|_/g, '')
    .split(':')
    .map(Number)
    .reverse()
  const value = sign * parts.reduce((sum, part, power) => sum + part * 60 ** power, 0)
  return Number.isFinite(value) ? float(value) : undefined
}
