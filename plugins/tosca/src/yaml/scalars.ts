import type {Json} from '@osc-cli/core'

const NULL = /^(?:~|null|Null|NULL|)$/
const BOOL = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/
const INT = /^[-+]?(?:0|[1-9][0-9_]*)$/
const OCTAL = /^0o?[0-7]+$/
const HEX = /^0x[0-9a-fA-F]+$/
const FLOAT = /^[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/

/** The value of an unquoted text: the types of YAML 1.2, and the booleans of 1.1. Dates stay texts. */
export function plainScalar(text: string): Json {
  if (NULL.test(text)) return null
  if (BOOL.test(text)) return /^(?:yes|true|on)$/i.test(text)
  if (INT.test(text)) return exact(Number(text.replaceAll('_', '')), text)
  if (HEX.test(text)) return exact(Number(text), text)
  if (OCTAL.test(text) && text.length > 1) return exact(Number.parseInt(text.replace('o', ''), 8), text)
  if (FLOAT.test(text)) return Number(text)
  return text
}

/** Numbers beyond 2^53 stay texts, which keeps all their digits. */
const exact = (value: number, text: string): Json => (Number.isSafeInteger(value) ? value : text)
