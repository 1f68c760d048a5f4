import {TemplateError} from '#jinja/error'
import type {FilterCall} from '#jinja/expression'
import {type Piece, piecesOf} from '#jinja/pieces'
import {readExpression, readFilter, readTuple} from '#jinja/read-expression'
import type {Body, Parameter, Statement, Target} from '#jinja/statement'
import {TokenReader} from '#jinja/token-reader'
import {sourceOf} from '#jinja/tokens'

/** The statements of a template. */
export function parse(file: string, template: string): Body {
  return new Parser(file, piecesOf(sourceOf(file, template))).template()
}

/** Reads statements with their bodies. Each `read...` function is called behind the word that begins the statement. */
class Parser {
  readonly #file: string
  readonly #pieces: readonly Piece[]
  #at = 0

  constructor(file: string, pieces: readonly Piece[]) {
    this.#file = file
    this.#pieces = pieces
  }

  template(): Body {
    const body = this.#body([])
    const left = this.#pieces[this.#at]
    if (left && left.kind !== 'text') {
      const word = left.tokens[0]?.value ?? ''
      throw new TemplateError(this.#file, left.line, `\`{% ${word} %}\` does not close or continue a statement.`)
    }
    return body
  }

  /** Up to a statement that begins with one of these words, or with one that can only close or continue another. */
  #body(until: readonly string[]): Body {
    const statements: Statement[] = []
    for (let piece = this.#pieces[this.#at]; piece; piece = this.#pieces[this.#at]) {
      if (piece.kind === 'text') statements.push({do: 'text', text: piece.text})
      else {
        const read = new TokenReader(this.#file, piece.line, piece.tokens)
        const word = read.lookahead()?.value ?? ''
        if (piece.kind === 'statement' && (until.includes(word) || /^(?:end.*|else|elif)$/.test(word))) break
        this.#at++
        statements.push(piece.kind === 'expression' ? readPrint(read) : this.#statement(read))
        continue
      }
      this.#at++
    }
    return statements
  }

  #statement(read: TokenReader): Statement {
    const {line} = read
    const word = read.name()
    switch (word) {
      case 'for':
        return this.#for(read)
      case 'if':
        return this.#if(read)
      case 'set':
        return this.#set(read)
      case 'filter':
        return {do: 'filter', filters: readFilters(read), body: this.#bodyOf('endfilter', line), line}
      case 'with':
        return {do: 'with', values: readValues(read), body: this.#bodyOf('endwith', line), line}
      case 'include':
        return readInclude(read)
      case 'block': {
        const name = read.name()
        const scoped = read.takeName('scoped')
        read.end()
        return {do: 'block', name, scoped, body: this.#bodyOf('endblock', line), line}
      }
      case 'macro':
        return {
          do: 'macro',
          name: read.name(),
          parameters: readParameters(read),
          body: this.#bodyOf('endmacro', line),
          line,
        }
      default:
        throw new TemplateError(this.#file, line, `The statement \`${word}\` is not supported.`)
    }
  }

  #for(read: TokenReader): Statement {
    const {line} = read
    const targets = readList(read, () => read.name())
    read.need('in')
    const list = readTuple(read, false)
    const filter = read.takeName('if') ? readExpression(read) : undefined
    read.takeName('recursive')
    read.end()
    const body = this.#body(['else', 'endfor'])
    const otherwise = this.#otherwise(line)
    this.#close('endfor', line)
    return {do: 'for', targets, list, ...(filter && {filter}), body, otherwise, line}
  }

  #if(first: TokenReader): Statement {
    const {line} = first
    const branches = [this.#branch(first)]
    while (this.#word(line) === 'elif') {
      const read = this.#skip()
      read.name()
      branches.push(this.#branch(read))
    }
    const otherwise = this.#otherwise(line)
    this.#close('endif', line)
    return {do: 'if', branches, otherwise, line}
  }

  #branch(read: TokenReader) {
    const condition = readTuple(read)
    read.end()
    return {condition, body: this.#body(['elif', 'else', 'endif'])}
  }

  #otherwise(line: number): Body {
    if (this.#word(line) !== 'else') return []
    this.#skip()
    return this.#body([])
  }

  #set(read: TokenReader): Statement {
    const {line} = read
    const targets = readList(read, (): Target => {
      const name = read.name()
      return read.takeOp('.') ? [name, read.name()] : name
    })
    if (read.takeOp('=')) {
      const value = readTuple(read)
      read.end()
      return {do: 'set', targets, value, line}
    }
    const filters: FilterCall[] = []
    while (read.takeOp('|')) filters.push(readFilter(read))
    read.end()
    return {do: 'capture', targets, filters, body: this.#bodyOf('endset', line), line}
  }

  #bodyOf(end: string, line: number): Body {
    const body = this.#body([end])
    this.#close(end, line)
    return body
  }

  /** The first word of the statement that ends a body. */
  #word(line: number): string {
    const piece = this.#pieces[this.#at]
    if (!piece || piece.kind === 'text')
      throw new TemplateError(this.#file, line, 'The statement that begins here is not closed.')
    return piece.tokens[0]?.value ?? ''
  }

  #close(end: string, line: number): void {
    const word = this.#word(line)
    const read = this.#skip()
    if (word !== end)
      throw new TemplateError(
        this.#file,
        read.line,
        `Expected \`{% ${end} %}\` for line ${line}, found \`{% ${word} %}\`.`,
      )
  }

  #skip(): TokenReader {
    const piece = this.#pieces[this.#at++]
    return piece && piece.kind !== 'text'
      ? new TokenReader(this.#file, piece.line, piece.tokens)
      : new TokenReader(this.#file, 0, [])
  }
}

function readPrint(read: TokenReader): Statement {
  const value = readTuple(read)
  read.end()
  return {do: 'print', value, line: read.line}
}

function readInclude(read: TokenReader): Statement {
  const name = readExpression(read)
  const optional = read.takeName('ignore')
  if (optional) read.need('missing')
  const context = !read.isName('without')
  if (read.takeName('with') || read.takeName('without')) read.need('context')
  read.end()
  return {do: 'include', name, optional, context, line: read.line}
}

function readFilters(read: TokenReader): FilterCall[] {
  const filters = [readFilter(read)]
  while (read.takeOp('|')) filters.push(readFilter(read))
  read.end()
  return filters
}

function readValues(read: TokenReader) {
  const values: {target: string; value: ReturnType<typeof readExpression>}[] = []
  while (!read.done) {
    if (values.length > 0) read.need(',')
    const target = read.name()
    read.need('=')
    values.push({target, value: readExpression(read)})
  }
  return values
}

function readParameters(read: TokenReader): Parameter[] {
  const parameters: Parameter[] = []
  read.need('(')
  while (!read.takeOp(')')) {
    const name = read.name()
    parameters.push(read.takeOp('=') ? {name, fallback: readExpression(read)} : {name})
    if (!read.isOp(')')) read.need(',')
  }
  read.end()
  return parameters
}

function readList<Item>(read: TokenReader, item: () => Item): Item[] {
  const wrapped = read.takeOp('(')
  const items = [item()]
  while (read.takeOp(',')) items.push(item())
  if (wrapped) read.need(')')
  return items
}
