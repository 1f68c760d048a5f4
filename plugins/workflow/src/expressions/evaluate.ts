import {isObject, type Json, pythonText} from '@osc-cli/core'
import {evaluateJinja} from '#expressions/jinja'
import {ExpressionError, type Known} from '#expressions/scope'
import {evaluateYaql} from '#expressions/yaql'

const LANGUAGES = [
  {name: 'Jinja', expression: /\{\{(.*?)\}\}/gs, value: evaluateJinja},
  {name: 'YAQL', expression: /<%(.*?)%>/gs, value: evaluateYaql},
] as const

/** An expression that cannot be evaluated, in Mistral's words. */
export class NotEvaluated extends Error {}

/** Puts values in place of the expressions in a value. NotEvaluated when one of them fails. */
export function evaluate(value: Json, known: Known): Json {
  if (Array.isArray(value)) return value.map((one) => evaluate(one, known))
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, evaluate(one ?? null, known)]))
  return typeof value === 'string' ? evaluateText(value, known) : value
}

function evaluateText(text: string, known: Known): Json {
  if (/\{%.*%\}/s.test(text)) throw notEvaluated('Jinja', text, 'The sandbox does not support statements')
  const language = LANGUAGES.find(({expression}) => new RegExp(expression).test(text))
  if (!language) return text
  const resultOf = (expression: string): Json => {
    try {
      return language.value(expression, known)
    } catch (cause) {
      if (cause instanceof ExpressionError) throw notEvaluated(language.name, expression.trim(), cause.message)
      throw cause
    }
  }
  const [first] = text.matchAll(language.expression)
  // One expression keeps the type of its value.
  if (first?.[0] === text) return resultOf(first[1] ?? '')
  return text.replace(language.expression, (_, expression: string) => pythonText(resultOf(expression)))
}

const notEvaluated = (language: string, expression: string, error: string): NotEvaluated =>
  new NotEvaluated(`Can not evaluate ${language} expression [expression=${expression}, error=${error}]`)
