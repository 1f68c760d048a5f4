import {repr, text} from '#jinja/text'
import {Float, isDict, isList, kindOf, order} from '#jinja/values'

/** JSON as Jinja's `tojson` writes it: sorted keys, a space behind `:` and `,`, ASCII only, safe inside HTML. */
export function json(value: unknown, indent: number | undefined): string {
  return written(value, indent, 0).replace(
    /[<>&'\u007f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function written(value: unknown, indent: number | undefined, depth: number): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number' || value instanceof Float) return repr(value)
  if (typeof value === 'string') return JSON.stringify(value)
  const inner = (item: unknown) => written(item, indent, depth + 1)
  if (isList(value)) return laidOut('[]', [...value].map(inner), indent, depth)
  if (!isDict(value)) throw new Error(`${kindOf(value)} cannot be written as JSON.`)
  const entries = [...value].sort(([a], [b]) => order(a, b))
  return laidOut(
    '{}',
    entries.map(([key, item]) => `${JSON.stringify(text(key))}: ${inner(item)}`),
    indent,
    depth,
  )
}

function laidOut([open = '', close = '']: string, items: string[], indent: number | undefined, depth: number): string {
  if (items.length === 0) return open + close
  if (indent === undefined) return open + items.join(', ') + close
  const margin = (level: number) => `\n${' '.repeat(indent * level)}`
  return open + margin(depth + 1) + items.join(`,${margin(depth + 1)}`) + margin(depth) + close
}
