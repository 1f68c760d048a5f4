import type {Readable} from 'node:stream'
import {newScan, valueEnd} from '#cloud/http/json-scan'

/** JSON text that arrives in pieces; what has been taken is forgotten. A premature end is thrown as `Truncated`. */
export interface JsonSource {
  /** The next character that is not white space, not taken; '' at the end of the text. */
  nextChar(): Promise<string>
  /** Takes the next character that is not white space; Malformed unless it is one of `wanted`. */
  take(wanted: string): Promise<string>
  /**
   * Takes the values that have arrived, except for the last, which may be incomplete. `parse` gets their text, with commas
   * between them, and returns undefined if it ends inside a value. Undefined if there is only one value, or if the values do
   * not begin alike.
   */
  several<T>(parse: (text: string) => T | undefined): T | undefined
  /** Takes the text of a whole value. */
  value(): Promise<string>
  /** Takes all that is left. */
  all(): Promise<string>
}

/** The text ends too early. */
export class Truncated extends Error {}

/** Something else was expected. */
export class Malformed extends Error {}

/** Characters of a value from which on it is long. */
const LONG = 1024 * 1024

/** A brace with the first key. */
const HEAD = /\{\s*"[^"\\]*"\s*:/y

const BLANK = /[^ \t\r\n]/g

export function jsonSource(stream: Readable): JsonSource {
  const {StringDecoder} = process.getBuiltinModule('node:string_decoder')
  const decoder = new StringDecoder('utf8')
  const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]()
  let text = ''
  let at = 0
  let first = true
  /** Whether `several` found nothing in what has arrived. */
  let isTried = false

  /** The text of the next chunk; undefined when there is none. */
  async function nextPiece(): Promise<string | undefined> {
    const {value, done} = await chunks.next()
    const piece = done ? decoder.end() : decoder.write(value)
    if (done && piece === '') return undefined
    const isFirst = first && piece !== ''
    if (isFirst) first = false
    return isFirst && piece.startsWith('\ufeff') ? piece.slice(1) : piece
  }

  /** Appends the next chunk; false when there is none. To a long text as many as double it: each time all of it is copied. */
  async function more(): Promise<boolean> {
    const left = text.length - at
    const pieces: string[] = []
    let added = 0
    do {
      const piece = await nextPiece()
      if (piece === undefined) break
      pieces.push(piece)
      added += piece.length
    } while (left > LONG && added < left)
    text = text.slice(at) + pieces.join('')
    at = 0
    isTried = false
    return pieces.length > 0
  }

  async function nextChar(): Promise<string> {
    for (;;) {
      BLANK.lastIndex = at
      const found = BLANK.exec(text)
      at = found?.index ?? text.length
      if (found) return found[0]
      if (!(await more())) return ''
    }
  }

  return {
    nextChar,
    async take(wanted) {
      const next = await nextChar()
      if (next === '') throw new Truncated()
      if (!wanted.includes(next)) throw new Malformed()
      at += 1
      return next
    },
    several(parse) {
      if (isTried) return undefined
      HEAD.lastIndex = at
      const head = HEAD.exec(text)?.[0] ?? ''
      let last = head === '' ? -1 : text.lastIndexOf(head)
      // Text that begins like a record may be inside a record.
      for (let tries = 0; last > at && tries < 4; tries += 1) {
        const comma = text.lastIndexOf(',', last)
        const isBetween = comma > at && text.slice(comma + 1, last).trim() === ''
        const values = isBetween ? parse(text.slice(at, comma)) : undefined
        if (values !== undefined) {
          at = comma
          return values
        }
        last = text.lastIndexOf(head, last - 1)
      }
      isTried = true
      return undefined
    },
    async value() {
      if ((await nextChar()) === '') throw new Truncated()
      const scan = newScan()
      for (;;) {
        const end = valueEnd(text, at, scan)
        if (end >= 0) {
          const value = text.slice(at, end)
          at = end
          return value
        }
        if (!(await more())) throw new Truncated()
      }
    },
    async all() {
      while (await more());
      const rest = text.slice(at)
      at = text.length
      return rest
    },
  }
}
