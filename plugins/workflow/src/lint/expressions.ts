import {isObject, type Json} from '@osc-cli/core'
import {parseJinja} from '#expressions/jinja-parser'
import {ExpressionError} from '#expressions/scope'
import {parseYaql} from '#expressions/yaql-parser'
import {error, type Finding, type Path} from '#lint/finding'
import type {DefinedWorkflow} from '#lint/workflows'

/** Expressions whose delimiters or brackets do not match. */
export const expressionFindings = ({spec, path}: DefinedWorkflow): Finding[] => [...textsIn(spec, path)].flatMap(check)

/** A text of a definition: a value or a key. */
export interface Text {
  text: string
  path: Path
  at?: 'key'
}

/** All texts below a value. */
export function* textsIn(value: Json | undefined, path: Path): Generator<Text> {
  if (typeof value === 'string') yield {text: value, path}
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* textsIn(item, [...path, index])
  else if (isObject(value))
    for (const [key, item] of Object.entries(value)) {
      yield {text: key, path: [...path, key], at: 'key'}
      yield* textsIn(item, [...path, key])
    }
}

function check({text, path, at}: Text): Finding[] {
  const problem = problemOf(text)
  return problem === undefined ? [] : [error('expression', path, problem, at)]
}

/** What is wrong with the expressions of a text. */
export function problemOf(text: string): string | undefined {
  const rest = text.replace(/<%((?:(?!<%|%>)[\s\S])*)%>|\{\{((?:(?!\{\{)[\s\S])*?)\}\}/g, '')
  for (const [found, missing] of [
    ['<%', '%>'],
    ['%>', '<%'],
    ['{{', '}}'],
  ] as const)
    if (rest.includes(found))
      return `\`${found}\` without \`${missing}\`. Put an expression that contains a comma or a colon in quotes.`
  return expressionsIn(text).map(unclosed).find(Boolean) ?? unparsed(text)
}

/** What is wrong with an expression whose brackets match. */
function unparsed(text: string): string | undefined {
  const yaql = [...text.matchAll(/<%([\s\S]*?)%>/g)].map(([, expression = '']) => failureOf(expression, parseYaql))
  // Jinja takes a dash at the delimiters, which removes spaces.
  const jinja = [...text.matchAll(/\{\{-?([\s\S]*?)-?\}\}/g)].map(([, expression = '']) =>
    failureOf(expression, parseJinja),
  )
  return [...yaql, ...jinja].find(Boolean)
}

function failureOf(expression: string, parse: (expression: string) => unknown): string | undefined {
  try {
    parse(expression)
    return undefined
  } catch (cause) {
    if (cause instanceof ExpressionError) return `${cause.message} in the expression \`${expression.trim()}\`.`
    throw cause
  }
}

/** The YAQL and Jinja expressions of a text, without delimiters. */
export const expressionsIn = (text: string): string[] =>
  [...text.matchAll(/<%([\s\S]*?)%>|\{\{([\s\S]*?)\}\}|\{%([\s\S]*?)%\}/g)].map(
    ([, yaql, value, statement]) => yaql ?? value ?? statement ?? '',
  )

const CLOSING: Readonly<Record<string, string>> = {'(': ')', '[': ']', '{': '}'}

/** A bracket or quote of an expression without its counterpart. */
function unclosed(expression: string): string | undefined {
  const open: string[] = []
  // Strings as a whole, then single characters.
  for (const [token] of expression.matchAll(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|[()[\]{}'"`]/gs)) {
    const place = `in the expression \`${expression.trim()}\``
    if (token in CLOSING) open.push(token)
    else if (/^[)\]}]$/.test(token)) {
      const last = open.pop()
      if (last === undefined || CLOSING[last] !== token) return `Unexpected \`${token}\` ${place}.`
    } else if (token.length === 1) return `Unclosed \`${token}\` ${place}.`
  }
  const last = open.at(-1)
  return last && `Unclosed \`${last}\` in the expression \`${expression.trim()}\`.`
}
