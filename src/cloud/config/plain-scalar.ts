import type {Value} from '#cloud/config/located'
import {ExactNumber} from '#json'

// YAML 1.1 as PyYAML reads it, not as its specification has it: `y` is text, `1e3` is text (so are the project ids that
// look like it), `012` is ten and `1:30` is ninety. Only `1:30.5`, `.inf` and `.nan`, which nobody means as numbers,
// stay text here. https://yaml.org/type/
const NULL = /^(?:~|null|Null|NULL|)$/
const TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/
const FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/
const INTEGER =
  /^[-+]?(?:0b_*[01][01_]*|0x_*[0-9a-fA-F][0-9a-fA-F_]*|0[0-7_]+|0|[1-9][0-9_]*(?<sixties>(?::[0-5]?[0-9])+)?)$/
const FLOAT = /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?)$/

/** As in Python; longer numbers would take long to compute. */
const MOST_DIGITS = 4300

/** The value of an unquoted scalar. */
export function plainScalar(text: string): Value {
  if (NULL.test(text)) return null
  if (TRUE.test(text)) return true
  if (FALSE.test(text)) return false
  if (text.length <= MOST_DIGITS && INTEGER.test(text)) return integer(text)
  return FLOAT.test(text) ? float(text) : text
}

function integer(text: string): number | ExactNumber {
  const digits = text.replace(/^[-+]/, '').replaceAll('_', '')
  const size = digits.split(':').reduce((sum, part) => sum * 60n + BigInt(octal(part)), 0n)
  const value = text.startsWith('-') ? -size : size
  return BigInt(Number(value)) === value && Number.isSafeInteger(Number(value))
    ? Number(value)
    : new ExactNumber(String(value))
}

const octal = (digits: string): string => (/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits)

/** As Python prints it: `1.` is `1.0`. */
function float(text: string): ExactNumber {
  const value = Number(text.replaceAll('_', ''))
  return new ExactNumber(Number.isInteger(value) && Math.abs(value) < 1e16 ? value.toFixed(1) : String(value))
}
