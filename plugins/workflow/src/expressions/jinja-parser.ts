import type {Json} from '@osc-cli/core'
import {Tokens} from '#expressions/tokens'

/** A part of a Jinja expression. */
export type Node =
  | {kind: 'constant'; value: Json}
  | {kind: 'name'; name: string}
  | {kind: 'list'; items: Node[]}
  | {kind: 'mapping'; pairs: [Node, Node][]}
  | {kind: 'unary'; sign: string; of: Node}
  | {kind: 'binary'; sign: string; left: Node; right: Node}
  | {kind: 'member'; of: Node; at: Node}
  | {kind: 'call'; of: Node; args: Arguments}
  | {kind: 'filter'; of: Node; name: string; args: Arguments}
  | {kind: 'test'; of: Node; name: string; args: Arguments}
  | {kind: 'slice'}
  | {kind: 'choice'; condition: Node; yes: Node; no: Node | undefined}

export interface Arguments {
  plain: Node[]
  named: Record<string, Node>
}

/** How tightly signs between two values bind. */
const STRENGTH: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  in: 4,
  not: 4,
  is: 4,
  '==': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '~': 5,
  '+': 6,
  '-': 6,
  '*': 7,
  '/': 7,
  '//': 7,
  '%': 7,
  '**': 9,
}
const UNARY: Readonly<Record<string, number>> = {not: 3, '+': 8, '-': 8}
const CONSTANTS: Readonly<Record<string, Json>> = {
  true: true,
  True: true,
  false: false,
  False: false,
  none: null,
  None: null,
}
const NOTHING: Arguments = {plain: [], named: {}}

/** Parses an expression. ExpressionError when it is not Jinja. */
export function parseJinja(expression: string): Node {
  const tokens = new Tokens(expression)
  const node = whole(tokens)
  if (tokens.next.kind !== 'end') throw tokens.unexpected()
  return node
}

/** A value, `a if b else c` or `a if b`. */
function whole(tokens: Tokens): Node {
  const yes = valueIn(tokens, 0)
  if (!tokens.takes('if')) return yes
  const condition = valueIn(tokens, 0)
  return {kind: 'choice', condition, yes, no: tokens.takes('else') ? whole(tokens) : undefined}
}

function valueIn(tokens: Tokens, least: number): Node {
  let left = unary(tokens)
  for (;;) {
    const sign = tokens.next.text
    const strength = tokens.is(sign) ? STRENGTH[sign] : undefined
    if (strength === undefined || strength <= least) return left
    tokens.take()
    left = binary(tokens, sign, left, strength)
  }
}

function binary(tokens: Tokens, sign: string, left: Node, strength: number): Node {
  if (sign === 'is') {
    const isNegated = tokens.takes('not')
    const name = tokens.word()
    const test: Node = {kind: 'test', of: left, name, args: tokens.takes('(') ? argumentsOf(tokens) : NOTHING}
    return isNegated ? {kind: 'unary', sign: 'not', of: test} : test
  }
  if (sign !== 'not') return {kind: 'binary', sign, left, right: valueIn(tokens, strength)}
  tokens.expect('in')
  return {kind: 'unary', sign, of: {kind: 'binary', sign: 'in', left, right: valueIn(tokens, strength)}}
}

function unary(tokens: Tokens): Node {
  const sign = tokens.next.text
  const strength = tokens.is(sign) ? UNARY[sign] : undefined
  if (strength === undefined) return parts(tokens)
  tokens.take()
  return {kind: 'unary', sign, of: valueIn(tokens, strength)}
}

/** A value with the members, calls and filters that follow it. */
function parts(tokens: Tokens): Node {
  let of = single(tokens)
  for (;;) {
    if (tokens.takes('.')) {
      of = {kind: 'member', of, at: {kind: 'constant', value: tokens.word()}}
    } else if (tokens.takes('[')) {
      of = {kind: 'member', of, at: indexIn(tokens)}
    } else if (tokens.takes('(')) of = {kind: 'call', of, args: argumentsOf(tokens)}
    else if (tokens.takes('|')) {
      const name = tokens.word()
      of = {kind: 'filter', of, name, args: tokens.takes('(') ? argumentsOf(tokens) : NOTHING}
    } else return of
  }
}

/** What is between brackets: an index, or a slice such as `1:`. */
function indexIn(tokens: Tokens): Node {
  const first = tokens.is(':') ? undefined : whole(tokens)
  if (first && tokens.takes(']')) return first
  while (!tokens.takes(']')) if (!tokens.takes(':')) whole(tokens)
  return {kind: 'slice'}
}

function single(tokens: Tokens): Node {
  const {kind, text} = tokens.next
  if (kind === 'end') throw tokens.unexpected()
  const constant = tokens.constant()
  if (constant) return constant
  if (kind === 'word') {
    tokens.take()
    return Object.hasOwn(CONSTANTS, text)
      ? {kind: 'constant', value: CONSTANTS[text] ?? null}
      : {kind: 'name', name: text}
  }
  if (tokens.takes('(')) {
    const node = whole(tokens)
    tokens.expect(')')
    return node
  }
  if (tokens.takes('[')) return {kind: 'list', items: tokens.listUntil(']', () => whole(tokens))}
  if (text !== '{') throw tokens.unexpected()
  tokens.take()
  const pair = (): [Node, Node] => {
    const key = whole(tokens)
    tokens.expect(':')
    return [key, whole(tokens)]
  }
  return {kind: 'mapping', pairs: tokens.listUntil('}', pair)}
}

function argumentsOf(tokens: Tokens): Arguments {
  const named: Record<string, Node> = {}
  const plain = tokens.listUntil(')', () => {
    const value = whole(tokens)
    if (value.kind !== 'name' || !tokens.takes('=')) return value
    named[value.name] = whole(tokens)
    return undefined
  })
  return {plain: plain.filter((node) => node !== undefined), named}
}
