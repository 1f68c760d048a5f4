import {analyse, type Scalar} from '#output/yaml-scalar'

const WIDTH = 80
const STEP = 2

/** Writes YAML in PyYAML's layout: knows the column, the indent, and whether a space is due. */
export class YamlWriter {
  #text = ''
  #column = 0
  /** undefined before the first block: the document's root. */
  #indent: number | undefined
  /** Nothing but blanks since the line began, or since an indicator that ends with one. */
  #afterSpace = true
  #lineIsIndent = true
  #endsOpen = false

  /** A part that is indented further; `level` keeps the indent, for lists below a key. */
  block(level: boolean, write: () => void): void {
    const before = this.#indent
    this.#indent = before === undefined ? 0 : level ? before : before + STEP
    write()
    this.#indent = before
  }

  /** A scalar's own lines stand one step further in. */
  indented(write: () => void): void {
    const before = this.#indent
    this.#indent = (before ?? 0) + STEP
    write()
    this.#indent = before
  }

  /** Whether this line holds more than its indent. */
  isBehindText(): boolean {
    return !this.#lineIsIndent
  }

  /** Ends the line unless it holds nothing but the indent that is due. */
  newLine(): void {
    const indent = this.#indent ?? 0
    if (!this.#lineIsIndent || this.#column > indent || (this.#column === indent && !this.#afterSpace))
      this.#lineBreak()
    if (this.#column >= indent) return
    this.#afterSpace = true
    this.#put(' '.repeat(indent - this.#column))
  }

  indicator(mark: string, {attached = false, opens = false} = {}): void {
    this.#put(this.#afterSpace || attached ? mark : ` ${mark}`)
    this.#afterSpace = false
    this.#lineIsIndent = this.#lineIsIndent && opens
    this.#endsOpen = false
  }

  /** Writes a scalar in the plainest style that reads back as the same. */
  scalar(text: string, isString: boolean, {isKey}: {isKey: boolean}): void {
    const scalar = analyse(text, isString, isKey)
    const isRoot = this.#column === 0 && this.#text === ''
    if (scalar.style === 'plain') this.#plain(scalar, !isKey)
    else if (scalar.style === 'single') this.#single(scalar, !isKey)
    else this.#double(scalar, !isKey)
    this.#endsOpen = isRoot && scalar.style === 'plain'
  }

  finish(): string {
    if (this.#column > 0) this.#lineBreak()
    return this.#endsOpen ? `${this.#text}...\n` : this.#text
  }

  #put(text: string): void {
    this.#text += text
    this.#column += [...text].length
  }

  #lineBreak(mark = '\n'): void {
    this.#text += mark
    this.#column = 0
    this.#afterSpace = true
    this.#lineIsIndent = true
  }

  #startText(): void {
    if (!this.#afterSpace) this.#put(' ')
    this.#afterSpace = false
    this.#lineIsIndent = false
  }

  /** Between words a single space may become a line break, once the line is too long. */
  #plain({text}: Scalar, mayFold: boolean): void {
    if (text === '') return
    this.#startText()
    for (const piece of text.match(/ +|[^ ]+/g) ?? []) {
      if (piece === ' ' && mayFold && this.#column > WIDTH) this.#fold()
      else this.#put(piece)
    }
  }

  #fold(): void {
    this.newLine()
    this.#afterSpace = false
    this.#lineIsIndent = false
  }

  #single({text}: Scalar, mayFold: boolean): void {
    this.indicator("'")
    const pieces = text.match(/ +|[\n\x85\u2028\u2029]+|[^ \n\x85\u2028\u2029]+/g) ?? []
    for (const [place, piece] of pieces.entries()) {
      const inside = place > 0 && place < pieces.length - 1
      if (piece === ' ' && inside && mayFold && this.#column > WIDTH) this.newLine()
      else if (/^[\n\x85\u2028\u2029]/.test(piece)) this.#breaks(piece)
      else this.#put(piece.replaceAll("'", "''"))
      if (!/^[\n\x85\u2028\u2029]/.test(piece)) this.#afterSpace = false
    }
    this.indicator("'", {attached: true})
  }

  /** A line break inside quotes is written as an empty line more than it is. */
  #breaks(breaks: string): void {
    if (breaks.startsWith('\n')) this.#lineBreak()
    for (const mark of breaks) this.#lineBreak(mark)
    this.newLine()
  }

  /** Folded at spaces and after escapes, with a backslash at the line's end. */
  #double({text}: Scalar, mayFold: boolean): void {
    this.indicator('"')
    const chars = [...text]
    let start = 0
    for (let end = 0; end <= chars.length; end += 1) {
      const char = chars[end]
      const code = char === undefined ? '' : escaped(char)
      if (code !== undefined) {
        this.#put(chars.slice(start, end).join('') + code)
        start = char === undefined ? end : end + 1
      }
      const mayBreak = mayFold && end > 0 && end < chars.length - 1 && (char === ' ' || start >= end)
      if (!mayBreak || this.#column + end - start <= WIDTH) continue
      this.#put(`${chars.slice(start, end).join('')}\\`)
      start = Math.max(start, end)
      this.#fold()
      if (chars[start] === ' ') this.#put('\\')
    }
    this.indicator('"', {attached: true})
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\x85': '\\N',
  '\xa0': '\\_',
  '\u2028': '\\L',
  '\u2029': '\\P',
}

/** How a character stands in double quotes; undefined when it may be as it is. */
function escaped(char: string): string | undefined {
  const known = ESCAPES[char]
  if (known !== undefined) return known
  const code = char.codePointAt(0) ?? 0
  if (code >= 0x20 && code <= 0x7e) return undefined
  const hex = code.toString(16).toUpperCase()
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`
}
