import {ExactNumber, type Json} from '@osc-cli/core'
import type {Tree} from '#template/tree'

interface Style {
  /** Separator of elements; by default `, ` on one line and `,` before a line break. */
  separator?: string
  /** False keeps characters beyond ASCII instead of writing \uXXXX. */
  ascii?: boolean
}

/** JSON as Python's json.dumps writes it: on one line, or indented by this many spaces per level. */
export function pythonJson(value: Tree | Json | undefined, indent?: number, style: Style = {}): string {
  const {separator = indent === undefined ? ', ' : ',', ascii = true} = style
  const step = indent === undefined ? '' : ' '.repeat(indent)

  function write(part: Tree | Json | undefined, lineBreak: string): string {
    if (typeof part === 'string') return quoted(part, ascii)
    if (part === null || part === undefined) return 'null'
    if (typeof part !== 'object' || part instanceof ExactNumber) return String(part)
    const inner = lineBreak + step
    if (Array.isArray(part))
      return enclosed(
        '[',
        ']',
        part.map((item) => write(item, inner)),
        lineBreak,
      )
    const members = part instanceof Map ? [...part] : Object.entries(part)
    return enclosed(
      '{',
      '}',
      members.map(([key, member]) => `${quoted(key, ascii)}: ${write(member, inner)}`),
      lineBreak,
    )
  }

  const enclosed = (open: string, close: string, texts: string[], lineBreak: string): string =>
    texts.length ? open + lineBreak + step + texts.join(separator + lineBreak + step) + lineBreak + close : open + close

  return write(value, indent === undefined ? '' : '\n')
}

function quoted(text: string, ascii: boolean): string {
  const json = JSON.stringify(text)
  return ascii ? json.replace(/[\x7f-\uffff]/g, escaped) : json
}

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
