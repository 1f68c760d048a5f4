import type {Argument, Expression, FilterCall} from '#jinja/expression'
import type {TokenReader} from '#jinja/token-reader'
import {Float} from '#jinja/values'

const CONSTANTS = new Map<string, unknown>([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['none', null],
  ['None', null],
])
const NOT_AN_OPERAND = ['and', 'or', 'else', 'is']

/** An expression, or a tuple of several with commas: `a, b`. */
export function readTuple(read: TokenReader, withChoice = true): Expression {
  const first = readExpression(read, withChoice)
  if (!read.isOp(',')) return first
  const items = [first]
  while (read.takeOp(',') && !read.done && !read.isOp(')')) items.push(readExpression(read, withChoice))
  return ['tuple', items]
}

/** An expression; without `withChoice` an `if` behind it is left unread, as in `for x in list if x`. */
export function readExpression(read: TokenReader, withChoice = true): Expression {
  let value = readOr(read)
  while (withChoice && read.takeName('if')) {
    const condition = readOr(read)
    value = ['choice', condition, value, read.takeName('else') ? readExpression(read) : undefined]
  }
  return value
}

function readOr(read: TokenReader): Expression {
  let left = readAnd(read)
  while (read.takeName('or')) left = ['or', left, readAnd(read)]
  return left
}

function readAnd(read: TokenReader): Expression {
  let left = readNot(read)
  while (read.takeName('and')) left = ['and', left, readNot(read)]
  return left
}

function readNot(read: TokenReader): Expression {
  return read.takeName('not') ? ['not', readNot(read)] : readComparison(read)
}

function readComparison(read: TokenReader): Expression {
  const left = readSum(read)
  const rest: [string, Expression][] = []
  for (let operator = comparison(read); operator !== undefined; operator = comparison(read))
    rest.push([operator, readSum(read)])
  return rest.length === 0 ? left : ['compare', left, rest]
}

function comparison(read: TokenReader): string | undefined {
  if (read.takeName('in')) return 'in'
  const next = read.lookahead(1)
  if (read.isName('not') && next?.kind === 'name' && next.value === 'in') {
    read.next()
    read.next()
    return 'not in'
  }
  return read.takeOp('==', '!=', '<', '>', '<=', '>=')
}

const readPower = leftToRight(['**'], readUnary)
const readProduct = leftToRight(['*', '/', '//', '%'], readPower)
const readJoin = leftToRight(['~'], readProduct)
const readSum = leftToRight(['+', '-'], readJoin)

function leftToRight(operators: readonly string[], operand: (read: TokenReader) => Expression) {
  return (read: TokenReader): Expression => {
    let left = operand(read)
    for (let operator = read.takeOp(...operators); operator !== undefined; operator = read.takeOp(...operators))
      left = ['binary', operator, left, operand(read)]
    return left
  }
}

function readUnary(read: TokenReader): Expression {
  return readFilters(read, readSigned(read))
}

function readSigned(read: TokenReader): Expression {
  if (read.takeOp('-')) return readPostfix(read, ['negative', readSigned(read)])
  if (read.takeOp('+')) return readPostfix(read, ['positive', readSigned(read)])
  return readPostfix(read, readPrimary(read))
}

function readFilters(read: TokenReader, start: Expression): Expression {
  let value = start
  for (;;) {
    if (read.takeOp('|')) value = ['filter', value, readFilter(read)]
    else if (read.takeName('is')) value = readTest(read, value)
    else if (read.isOp('(')) value = ['call', value, readArguments(read)]
    else return value
  }
}

/** A filter's name with its arguments: `default('x')`. */
export function readFilter(read: TokenReader): FilterCall {
  return {name: read.name(), arguments: read.isOp('(') ? readArguments(read) : []}
}

function readTest(read: TokenReader, value: Expression): Expression {
  const negated = read.takeName('not')
  const name = read.isOp('==', '!=', '<', '>', '<=', '>=') ? (read.next()?.value ?? '') : read.name()
  if (read.isOp('(')) return ['test', value, {name, arguments: readArguments(read)}, negated]
  const next = read.lookahead()
  const operand =
    next && (next.kind === 'op' ? '[{'.includes(next.value) : !read.isName(...NOT_AN_OPERAND, 'in', 'not', 'if'))
  const given = operand ? [{value: readPostfix(read, readPrimary(read))}] : []
  return ['test', value, {name, arguments: given}, negated]
}

function readPostfix(read: TokenReader, start: Expression): Expression {
  let value = start
  for (;;) {
    if (read.takeOp('.')) {
      if (read.lookahead()?.kind === 'int') value = ['item', value, ['value', Number(read.next()?.value)]]
      else value = ['attribute', value, read.name()]
    } else if (read.takeOp('[')) value = readSubscript(read, value)
    else if (read.isOp('(')) value = ['call', value, readArguments(read)]
    else return value
  }
}

function readSubscript(read: TokenReader, value: Expression): Expression {
  const bound = () => (read.isOp(':', ']') ? undefined : readTuple(read))
  const bounds = [bound()]
  while (read.takeOp(':')) bounds.push(bound())
  read.need(']')
  if (bounds.length > 3) read.fail('Too many parts in a slice')
  if (bounds.length > 1) return ['slice', value, bounds]
  const [index] = bounds
  return index === undefined ? read.fail('Expected an index') : ['item', value, index]
}

function readArguments(read: TokenReader): Argument[] {
  const found: Argument[] = []
  read.need('(')
  while (!read.takeOp(')')) {
    const equals = read.lookahead(1)
    if (read.lookahead()?.kind === 'name' && equals?.kind === 'op' && equals.value === '=') {
      const name = read.name()
      read.need('=')
      found.push({name, value: readExpression(read)})
    } else found.push({value: readExpression(read)})
    if (!read.isOp(')')) read.need(',')
  }
  return found
}

function readPrimary(read: TokenReader): Expression {
  const token = read.lookahead()
  if (token === undefined) return read.fail('Expected a value')
  switch (token.kind) {
    case 'int':
      read.next()
      return ['value', Number(token.value)]
    case 'float':
      read.next()
      return ['value', new Float(Number(token.value))]
    case 'name':
      read.next()
      return CONSTANTS.has(token.value) ? ['value', CONSTANTS.get(token.value)] : ['name', token.value]
    case 'string': {
      let text = ''
      while (read.lookahead()?.kind === 'string') text += read.next()?.value ?? ''
      return ['value', text]
    }
    case 'op':
      return readBracket(read)
  }
}

function readBracket(read: TokenReader): Expression {
  if (read.takeOp('(')) {
    if (read.takeOp(')')) return ['tuple', []]
    const inner = readTuple(read)
    read.need(')')
    return inner
  }
  if (read.takeOp('[')) return ['list', readItems(read, ']', () => readExpression(read))]
  if (read.takeOp('{')) {
    const entry = (): [Expression, Expression] => {
      const key = readExpression(read)
      read.need(':')
      return [key, readExpression(read)]
    }
    return ['dict', readItems(read, '}', entry)]
  }
  return read.fail('Expected a value')
}

function readItems<Item>(read: TokenReader, close: string, item: () => Item): Item[] {
  const items: Item[] = []
  while (!read.takeOp(close)) {
    items.push(item())
    if (!read.isOp(close)) read.need(',')
  }
  return items
}
