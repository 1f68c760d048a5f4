import {TemplateError} from '#jinja/error'
import {readTokens, type Source, type Token} from '#jinja/tokens'

/** A part of a template: text, `{{ expression }}` or `{% statement %}`. */
export type Piece = {kind: 'text'; text: string} | {kind: 'expression' | 'statement'; tokens: Token[]; line: number}

const OPEN = /\{([{%#])([-+]?)/g
const RAW_OPEN = /\s*raw\s*([-+]?)%\}/y
const RAW_CLOSE = /\{%([-+]?)\s*endraw\s*([-+]?)%\}/g

/** A template in parts: comments are dropped, raw parts are text, and space is stripped where a `-` says so. */
export function piecesOf(source: Source): Piece[] {
  const {text} = source
  const pieces: Piece[] = []
  let at = 0
  let strip = false

  const addText = (end: number, stripEnd: boolean) => {
    let part = text.slice(at, end)
    if (strip) part = part.trimStart()
    if (stripEnd) part = part.trimEnd()
    if (part) pieces.push({kind: 'text', text: part})
  }
  const goOn = (position: number, stripNext: boolean) => {
    at = position
    strip = stripNext
  }
  const unclosed = (position: number, what: string) =>
    new TemplateError(source.file, source.lineAt(position), `The ${what} that begins here is not closed.`)

  for (;;) {
    OPEN.lastIndex = at
    const open = OPEN.exec(text)
    if (!open) break
    const [all, mark = '', sign] = open
    const inside = open.index + all.length
    addText(open.index, sign === '-')
    if (mark === '#') {
      const end = text.indexOf('#}', inside)
      if (end < 0) throw unclosed(open.index, 'comment')
      goOn(end + 2, text[end - 1] === '-')
      continue
    }
    RAW_OPEN.lastIndex = inside
    const raw = mark === '%' ? RAW_OPEN.exec(text) : null
    if (raw) {
      goOn(RAW_OPEN.lastIndex, raw[1] === '-')
      RAW_CLOSE.lastIndex = at
      const close = RAW_CLOSE.exec(text)
      if (!close) throw unclosed(open.index, 'raw part')
      addText(close.index, close[1] === '-')
      goOn(RAW_CLOSE.lastIndex, close[2] === '-')
      continue
    }
    const line = source.lineAt(open.index)
    const read = readTokens(source, inside, mark === '{' ? '}}' : '%}')
    pieces.push({kind: mark === '{' ? 'expression' : 'statement', tokens: read.tokens, line})
    goOn(read.end, read.strip)
  }
  addText(text.length, false)
  return pieces
}
