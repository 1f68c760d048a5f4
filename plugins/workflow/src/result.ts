import {asText, isObject, type Json, redact, redactText, storedJson} from '@osc-cli/core'

/** What Mistral stores as JSON text, decoded and without secrets; other text stays text. */
export function storedValue(value: Json | undefined): Json {
  const decoded = storedJson(value)
  return decoded === undefined && typeof value === 'string' ? redactText(value) : redact(decoded ?? null)
}

/** Stored JSON as mistralclient prints it: indented, ASCII only; other text as it is. */
export function storedText(value: Json | undefined): string {
  const text = asText(value)
  if (value === null || value === undefined || text === '') return ''
  const stored = storedValue(value)
  return isJson(value) ? `${indented(stored)}\n` : String(stored)
}

/** JSON with four spaces a level and without characters beyond ASCII, as Python writes it. */
export const indented = (value: Json): string => ascii(JSON.stringify(value, null, 4))

/** The same on one line, with a space after each comma and colon. */
export function onOneLine(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`
  if (!isObject(value)) return ascii(JSON.stringify(value))
  const members = Object.entries(value).map(
    ([key, item]) => `${ascii(JSON.stringify(key))}: ${onOneLine(item ?? null)}`,
  )
  return `{${members.join(', ')}}`
}

const ascii = (json: string): string =>
  json.replace(/[\x7f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

const isJson = (value: Json): boolean => storedJson(value) !== undefined
