import type {Readable} from 'node:stream'
import {newScan, valueEnd} from '#cloud/http/json-scan'

/** JSON text that arrives in pieces; what has been taken is forgotten. Ends of the text are told as `Truncated`. */
export interface JsonSource {
  /** The next character that is no white space, not taken; '' at the end of the text. */
  peek(): Promise<string>
  /** Takes the next character that is no white space; Malformed unless it is one of `wanted`. */
  take(wanted: string): Promise<string>
  /** Takes the text of a whole value. */
  value(): Promise<string>
  /** Takes all that is left. */
  all(): Promise<string>
}

/** The text ends too early. */
export class Truncated extends Error {}

/** Something else was expected. */
export class Malformed extends Error {}

const BLANK = /[^ \t\r\n]/g

export function jsonSource(stream: Readable): JsonSource {
  const {StringDecoder} = process.getBuiltinModule('node:string_decoder')
  const decoder = new StringDecoder('utf8')
  const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]()
  let text = ''
  let at = 0
  let first = true

  /**
   * Appends the next chunk, or as many as are as long as what is left: a long value is copied only a few times. False when
   * there is none.
   */
  async function more(): Promise<boolean> {
    const left = text.slice(at)
    const pieces: string[] = []
    for (let size = 0; ; ) {
      const {value, done} = await chunks.next()
      const piece = done ? decoder.end() : decoder.write(value)
      pieces.push(piece)
      size += piece.length
      if (!done && size < left.length) continue
      let added = pieces.join('')
      if (first && added !== '') {
        first = false
        if (added.startsWith('\ufeff')) added = added.slice(1)
      }
      text = left + added
      at = 0
      return !done || size > 0
    }
  }

  async function peek(): Promise<string> {
    for (;;) {
      BLANK.lastIndex = at
      const found = BLANK.exec(text)
      at = found?.index ?? text.length
      if (found) return found[0]
      if (!(await more())) return ''
    }
  }

  return {
    peek,
    async take(wanted) {
      const next = await peek()
      if (next === '') throw new Truncated()
      if (!wanted.includes(next)) throw new Malformed()
      at += 1
      return next
    },
    async value() {
      if ((await peek()) === '') throw new Truncated()
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
