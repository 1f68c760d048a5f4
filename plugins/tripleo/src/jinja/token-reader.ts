import {TemplateError} from '#jinja/error'
import type {Token} from '#jinja/tokens'

/** The tokens of one expression or statement, read from left to right. */
export class TokenReader {
  readonly file: string
  readonly line: number
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(file: string, line: number, tokens: readonly Token[]) {
    this.file = file
    this.line = line
    this.#tokens = tokens
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length
  }

  lookahead(offset = 0): Token | undefined {
    return this.#tokens[this.#at + offset]
  }

  next(): Token | undefined {
    return this.#tokens[this.#at++]
  }

  isOp(...values: string[]): boolean {
    const token = this.lookahead()
    return token?.kind === 'op' && values.includes(token.value)
  }

  isName(...values: string[]): boolean {
    const token = this.lookahead()
    return token?.kind === 'name' && values.includes(token.value)
  }

  /** Whether the next token is one of these operators, which is then read. */
  takeOp(...values: string[]): string | undefined {
    return this.isOp(...values) ? this.next()?.value : undefined
  }

  /** Whether the next token is this word, which is then read. */
  takeName(value: string): boolean {
    if (!this.isName(value)) return false
    this.#at++
    return true
  }

  /** Reads this operator or word, or fails. */
  need(value: string): void {
    if (this.takeOp(value) === undefined && !this.takeName(value)) this.fail(`Expected \`${value}\``)
  }

  name(): string {
    if (this.lookahead()?.kind !== 'name') this.fail('Expected a name')
    return this.next()?.value ?? ''
  }

  end(): void {
    if (!this.done) this.fail('Expected the end of the expression')
  }

  fail(what: string): never {
    const token = this.lookahead()
    throw new TemplateError(this.file, this.line, `${what} ${token ? `before \`${token.value}\`` : 'at the end'}.`)
  }
}
