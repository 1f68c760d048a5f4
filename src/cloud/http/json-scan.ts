/** How far a JSON value has been looked through, so that the search can go on when more of its text is there. */
export interface Scan {
  /** Offset from the value's first character. */
  at: number
  depth: number
  inString: boolean
}

export const newScan = (): Scan => ({at: 0, depth: 0, inString: false})

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const SPACE = 0x20

/**
 * The index after the value that begins at `start`, or -1 when `text` ends before it is sure to be complete. Only quotes and
 * brackets count: whether the value is JSON is for the parser to say.
 */
export function valueEnd(text: string, start: number, scan: Scan): number {
  for (let i = start + scan.at; i < text.length; i += 1) {
    if (scan.inString) {
      const end = stringEnd(text, i)
      if (end < 0) break
      scan.inString = false
      if (scan.depth === 0) return end + 1
      i = end
      continue
    }
    const code = text.charCodeAt(i)
    if (code === QUOTE) scan.inString = true
    else if (isOpening(code)) scan.depth += 1
    else if (isClosing(code)) {
      if (scan.depth === 0) return i
      scan.depth -= 1
      if (scan.depth === 0) return i + 1
    } else if (scan.depth === 0 && (code === COMMA || code <= SPACE)) return i
  }
  scan.at = text.length - start
  return -1
}

/** The closing quote of a string whose inside goes on at `from`: the next that no odd number of backslashes escapes. */
function stringEnd(text: string, from: number): number {
  for (let quote = text.indexOf('"', from); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let first = quote
    while (text.charCodeAt(first - 1) === BACKSLASH) first -= 1
    if ((quote - first) % 2 === 0) return quote
  }
  return -1
}

const isOpening = (code: number): boolean => code === 0x7b || code === 0x5b
const isClosing = (code: number): boolean => code === 0x7d || code === 0x5d
