import type {Json} from '@osc-cli/core'
import {Tokens} from '#expressions/tokens'

/** A part of a YAQL expression. */
export type Node =
  | {kind: 'constant'; value: Json}
  | {kind: 'variable'; name: string}
  | {kind: 'list'; items: Node[]}
  | {kind: 'mapping'; pairs: Pair[]}
  | {kind: 'unary'; sign: string; of: Node}
  | {kind: 'binary'; sign: string; left: Node; right: Node}
  | {kind: 'attribute'; of: Node; name: string; optional: boolean}
  | {kind: 'index'; of: Node; at: Node}
  | Call
  | {kind: 'within'; scope: Node; body: Node}

export interface Call {
  kind: 'call'
  name: string
  /** Undefined for a function. */
  of: Node | undefined
  args: Node[]
  pairs: Pair[]
}

export interface Pair {
  key: Node
  value: Node
}

/** How tightly signs between two values bind. */
const STRENGTH: Readonly<Record<string, number>> = {
  or: 2,
  and: 3,
  in: 5,
  '=': 5,
  '!=': 5,
  '<': 5,
  '<=': 5,
  '>': 5,
  '>=': 5,
  '+': 6,
  '-': 6,
  '*': 7,
  '/': 7,
  mod: 7,
  '=~': 8,
  '!~': 8,
}
const UNARY: Readonly<Record<string, number>> = {not: 4, '+': 9, '-': 9}
const CONSTANTS: Readonly<Record<string, Json>> = {true: true, false: false, null: null}

/** Parses an expression. ExpressionError when it is not YAQL. */
export function parseYaql(expression: string): Node {
  const tokens = new Tokens(expression)
  const node = whole(tokens)
  if (tokens.next.kind !== 'end') throw tokens.unexpected()
  return node
}

/** `let(x => 1) -> $x`, or a value. */
function whole(tokens: Tokens): Node {
  const node = valueIn(tokens, 0)
  return tokens.takes('->') ? {kind: 'within', scope: node, body: whole(tokens)} : node
}

function valueIn(tokens: Tokens, least: number): Node {
  let left = unary(tokens)
  for (;;) {
    const sign = tokens.next.text
    const strength = tokens.is(sign) ? STRENGTH[sign] : undefined
    if (strength === undefined || strength <= least) return left
    tokens.take()
    left = {kind: 'binary', sign, left, right: valueIn(tokens, strength)}
  }
}

function unary(tokens: Tokens): Node {
  const sign = tokens.next.text
  const strength = tokens.is(sign) ? UNARY[sign] : undefined
  if (strength === undefined) return parts(tokens)
  tokens.take()
  return {kind: 'unary', sign, of: valueIn(tokens, strength)}
}

/** A value with the attributes, methods and indexes that follow it. */
function parts(tokens: Tokens): Node {
  let of = single(tokens)
  for (;;) {
    if (tokens.is('.') || tokens.is('?.')) {
      const optional = tokens.take().text === '?.'
      const name = tokens.word()
      of = tokens.takes('(') ? callOf(tokens, name, of) : {kind: 'attribute', of, name, optional}
    } else if (tokens.takes('[')) {
      of = {kind: 'index', of, at: whole(tokens)}
      tokens.expect(']')
    } else return of
  }
}

function single(tokens: Tokens): Node {
  const {kind, text} = tokens.next
  if (kind === 'end') throw tokens.unexpected()
  const constant = tokens.constant()
  if (constant) return constant
  if (kind === 'word') return word(tokens)
  if (tokens.takes('(')) {
    const node = whole(tokens)
    tokens.expect(')')
    return node
  }
  if (tokens.takes('[')) return {kind: 'list', items: tokens.listUntil(']', () => whole(tokens))}
  if (text !== '{') throw tokens.unexpected()
  tokens.take()
  return {kind: 'mapping', pairs: tokens.listUntil('}', () => pairOf(tokens))}
}

function word(tokens: Tokens): Node {
  const {text} = tokens.take()
  if (text.startsWith('$')) return {kind: 'variable', name: text}
  if (tokens.takes('(')) return callOf(tokens, text, undefined)
  // A word without quotes is a text.
  return {kind: 'constant', value: Object.hasOwn(CONSTANTS, text) ? (CONSTANTS[text] ?? null) : text}
}

function pairOf(tokens: Tokens): Pair {
  const key = whole(tokens)
  tokens.expect('=>')
  return {key, value: whole(tokens)}
}

function callOf(tokens: Tokens, name: string, of: Node | undefined): Node {
  const pairs: Pair[] = []
  const given = tokens.listUntil(')', () => {
    const value = whole(tokens)
    if (!tokens.takes('=>')) return value
    pairs.push({key: value, value: whole(tokens)})
    return undefined
  })
  return {kind: 'call', name, of, args: given.filter((node) => node !== undefined), pairs}
}
