import jmespath from 'jmespath'
import {UsageError} from '#errors'
import {isObject, type Json, type JsonObject} from '#json'
import {pythonJson} from '#output/python-json'
import {pythonText} from '#output/python-text'
import {pythonYaml} from '#output/python-yaml'
import {escapeUnsafe, sanitize} from '#output/sanitize'
import type {Sink} from '#output/types'

/**
 * Writes what a JMESPath expression selects from the result as json has it: as json, yaml, or with `value` a line an element.
 * UsageError for an expression that cannot be parsed or fails, and for other formats. https://jmespath.org/specification.html
 */
export async function writeQuery(result: Json, query: string, flags: QueryFlags, sink: Sink): Promise<void> {
  const text = queried(result, query, flags)
  const safe = flags.format === 'value' ? sanitize : escapeUnsafe
  await sink.write(sink.isTTY ? safe(text) : text)
}

function queried(result: Json, query: string, {format = 'table', noindent = false}: QueryFlags): string {
  switch (format) {
    // What is selected need not be a table.
    case 'table':
    case 'json':
      return `${pythonJson(selected(result, query), noindent ? undefined : 2)}\n`
    case 'yaml':
      return pythonYaml(selected(result, query))
    case 'value':
      return valueText(selected(result, query))
    default:
      throw new UsageError(`--query does not apply to -f ${format}.`, {hint: 'Use -f json, -f yaml or -f value.'})
  }
}

interface QueryFlags {
  format?: string | undefined
  noindent?: boolean | undefined
}

function selected(result: Json, query: string): Json {
  try {
    return jmespath.search(withoutPrototype(result), query) as Json
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(`The JMESPath expression '${query}' failed: ${reason}`, {
      hint: "Select fields as in --query '[].Name'; put names that contain spaces in double quotes. See https://jmespath.org",
    })
  }
}

/** The only method that jmespath calls. */
const PROTOTYPE: object = Object.create(null, {hasOwnProperty: {value: Object.prototype.hasOwnProperty}})

/** Fields such as `constructor` are those of the result, not those that every object of JavaScript has. */
function withoutPrototype(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutPrototype)
  if (!isObject(value)) return value
  const copy: JsonObject = Object.create(PROTOTYPE)
  for (const [key, member] of Object.entries(value)) if (member !== undefined) copy[key] = withoutPrototype(member)
  return copy
}

const valueText = (value: Json): string =>
  Array.isArray(value) ? value.map((element) => `${lineOf(element)}\n`).join('') : `${lineOf(value)}\n`

function lineOf(element: Json): string {
  if (Array.isArray(element)) return element.map(pythonText).join(' ')
  return isObject(element) ? pythonJson(element, undefined) : pythonText(element)
}
