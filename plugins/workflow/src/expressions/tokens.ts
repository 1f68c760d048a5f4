import {ExpressionError} from '#expressions/scope'

export interface Token {
  kind: 'number' | 'text' | 'word' | 'sign' | 'end'
  text: string
}

// A word may begin with `$`. Longer signs come first.
const TOKEN =
  /\s*(?:(?<number>\d+(?:\.\d+)?)|(?<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`)|(?<word>\$[\p{L}\p{N}_]*|[\p{L}_][\p{L}\p{N}_]*)|(?<sign>=>|->|=~|!~|==|!=|<=|>=|\?\.|\/\/|\*\*|[-+*/%~|<>=.,:()[\]{}]))/suy

const ESCAPES: Readonly<Record<string, string>> = {n: '\n', t: '\t', r: '\r', '\\': '\\', "'": "'", '"': '"'}

/** The tokens of an expression in YAQL or Jinja. */
export class Tokens {
  readonly #tokens: Token[] = []
  #place = 0

  constructor(expression: string) {
    const end = expression.trimEnd().length
    const pattern = new RegExp(TOKEN)
    while (pattern.lastIndex < end) {
      const at = pattern.lastIndex
      const {groups} = pattern.exec(expression) ?? {}
      if (!groups) throw new ExpressionError(`Lexical error: illegal character '${expression[at]}' at position ${at}`)
      for (const kind of ['number', 'text', 'word', 'sign'] as const)
        if (groups[kind] !== undefined) this.#tokens.push({kind, text: groups[kind]})
    }
  }

  get next(): Token {
    return this.#tokens[this.#place] ?? {kind: 'end', text: ''}
  }

  take(): Token {
    const {next} = this
    this.#place += 1
    return next
  }

  /** Whether this word or sign follows. */
  is(text: string): boolean {
    const {kind} = this.next
    return (kind === 'word' || kind === 'sign') && this.next.text === text
  }

  /** Takes this word or sign if it follows. */
  takes(text: string): boolean {
    const found = this.is(text)
    if (found) this.#place += 1
    return found
  }

  /** Takes a number or a text; undefined where neither follows. */
  constant(): {kind: 'constant'; value: number | string} | undefined {
    const {kind} = this.next
    if (kind === 'number') return {kind: 'constant', value: Number(this.take().text)}
    if (kind === 'text') return {kind: 'constant', value: unquoted(this.take().text)}
    return undefined
  }

  /** Takes a word. */
  word(): string {
    const {next} = this
    if (next.kind !== 'word') throw this.unexpected()
    return this.take().text
  }

  expect(text: string): void {
    if (!this.takes(text)) throw this.unexpected()
  }

  /** Parts with commas between them, up to a closing bracket. */
  listUntil<T>(close: string, part: () => T): T[] {
    const parts: T[] = []
    while (!this.takes(close)) {
      parts.push(part())
      if (!this.is(close)) this.expect(',')
    }
    return parts
  }

  unexpected(): ExpressionError {
    const {kind, text} = this.next
    return new ExpressionError(kind === 'end' ? 'Parse error: unexpected end' : `Parse error: unexpected '${text}'`)
  }
}

/** The value of a quoted text. */
const unquoted = (text: string): string =>
  text
    .slice(1, -1)
    .replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (whole, code?: string, escaped = '') =>
      code === undefined ? (ESCAPES[escaped] ?? whole) : String.fromCharCode(Number.parseInt(code, 16)),
    )
