import {ExactNumber, type Json} from '#json'
import {pythonNumber} from '#output/python-text'

/** JSON as Python's json.dump writes it: everything beyond ASCII escaped; `indent` spaces a level, or on one line. */
export function pythonJson(value: Json | undefined, indent: number | undefined, level = 0): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return jsonString(value)
  if (typeof value === 'number' || value instanceof ExactNumber) return jsonNumber(value)
  const [open, close, members] = Array.isArray(value)
    ? ['[', ']', value.map((item) => pythonJson(item, indent, level + 1))]
    : [
        '{',
        '}',
        Object.entries(value).map(([key, member]) => `${jsonString(key)}: ${pythonJson(member, indent, level + 1)}`),
      ]
  if (members.length === 0) return open + close
  if (indent === undefined) return `${open}${members.join(', ')}${close}`
  const inner = `\n${' '.repeat(indent * (level + 1))}`
  return `${open}${inner}${members.join(`,${inner}`)}\n${' '.repeat(indent * level)}${close}`
}

/** What Python writes and reads for a number that is too large for a float: `1e400` came as one. */
const jsonNumber = (value: number | ExactNumber): string =>
  pythonNumber(value).replace('inf', 'Infinity').replace('nan', 'NaN')

const BEYOND_ASCII = /[\x80-\uffff]/g

export function jsonString(text: string): string {
  const json = JSON.stringify(text)
  // Most texts are ASCII, and a search costs half as much as a replacement.
  if (json.search(BEYOND_ASCII) < 0) return json
  return json.replace(BEYOND_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
