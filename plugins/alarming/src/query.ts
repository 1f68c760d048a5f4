import {type Json, type JsonObject, UsageError} from '@osc-cli/core'

// The words of an operator that aodhclient accepts besides the symbols; Aodh itself knows only the symbols.
const WORDS: Readonly<Record<string, string>> = {eq: '=', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=', '==': '='}
const TOKEN = /\s*(?:([()])|(==|>=|<=|!=|[<>=])|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s()<>=!"']+))/y
const NUMBER = /^[+-]?\d+(?:\.\d*)?(?:e[+-]?\d+)?$/i
const HEX_ID = /^[0-9a-f]{32}$/i

interface Token {
  kind: 'bracket' | 'operator' | 'quoted' | 'word' | 'end'
  text: string
}

/**
 * Reads a query such as `state=alarm and (severity=low or not enabled=true)` into the form of Aodh's complex queries:
 * `{and: [{'=': {state: 'alarm'}}, ...]}`. `not` binds tighter than `and`, and `and` tighter than `or`. UsageError names what
 * does not fit.
 */
export function parseQuery(query: string): JsonObject {
  const parser = new Parser(query)
  const parsed = parser.disjunction()
  parser.finish()
  return parsed
}

class Parser {
  readonly #query: string
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(query: string) {
    this.#query = query
    this.#tokens = tokensOf(query)
  }

  disjunction(): JsonObject {
    return this.#chain('or', () => this.#chain('and', () => this.#negation()))
  }

  finish(): void {
    if (this.#next.kind !== 'end') throw this.#unexpected('expected `and`, `or` or the end')
  }

  get #next(): Token {
    return this.#tokens[this.#at] ?? {kind: 'end', text: ''}
  }

  #take(): Token {
    const token = this.#next
    this.#at += 1
    return token
  }

  #takes(text: string): boolean {
    const {kind, text: next} = this.#next
    if (next !== text || kind === 'quoted') return false
    this.#at += 1
    return true
  }

  #chain(operator: 'and' | 'or', operand: () => JsonObject): JsonObject {
    const operands = [operand()]
    while (this.#takes(operator)) operands.push(operand())
    const [first = {}] = operands
    return operands.length === 1 ? first : {[operator]: operands}
  }

  #negation(): JsonObject {
    if (this.#takes('not')) return {not: this.#negation()}
    if (!this.#takes('(')) return this.#condition()
    const inner = this.disjunction()
    if (!this.#takes(')')) throw this.#unexpected('expected `)`')
    return inner
  }

  #condition(): JsonObject {
    if (!isTerm(this.#next)) throw this.#unexpected('expected the name of an attribute')
    const key = this.#take().text
    const {kind, text} = this.#next
    const operator = kind === 'operator' || kind === 'word' ? (WORDS[text] ?? (kind === 'operator' ? text : '')) : ''
    if (operator === '') throw this.#unexpected(`expected an operator after '${key}'`)
    this.#take()
    if (!isTerm(this.#next)) throw this.#unexpected(`expected a value after '${text}'`)
    return {[operator]: {[key]: valueIn(this.#take())}}
  }

  #unexpected(expected: string): UsageError {
    const {kind, text} = this.#next
    const found = kind === 'end' ? 'the query ends' : `found '${text}'`
    return new UsageError(`Invalid query '${this.#query}': ${expected}, ${found}.`, {hint: HINT})
  }
}

const HINT =
  "Write conditions as KEY=VALUE joined by `and` or `or`, and quote values with spaces: state='insufficient data'."

const isTerm = ({kind}: Token) => kind === 'word' || kind === 'quoted'

function tokensOf(query: string): Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  const end = query.trimEnd().length
  while (TOKEN.lastIndex < end) {
    const start = TOKEN.lastIndex
    const [found, bracket, operator, double, single, word] = TOKEN.exec(query) ?? []
    if (found === undefined)
      throw new UsageError(`Invalid query '${query}': cannot read '${query.slice(start).trim()}'.`, {hint: HINT})
    const quoted = double ?? single
    if (bracket) tokens.push({kind: 'bracket', text: bracket})
    else if (operator) tokens.push({kind: 'operator', text: operator})
    else if (quoted !== undefined) tokens.push({kind: 'quoted', text: quoted.replace(/\\(.)/g, '$1')})
    else tokens.push({kind: 'word', text: word ?? ''})
  }
  return tokens
}

/** Unquoted words may be null, a boolean or a number; an ID of digits only stays text. */
function valueIn({kind, text}: Token): Json {
  if (kind === 'quoted') return text
  if (/^(?:None|none|null)$/.test(text)) return null
  if (/^(?:True|False|true|false)$/.test(text)) return text.toLowerCase() === 'true'
  return NUMBER.test(text) && !HEX_ID.test(text) ? Number(text) : text
}
