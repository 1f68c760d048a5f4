import {asText, decodeJson, type Json} from '@osc-cli/core'
import {stringify} from 'yaml'
import {ExpressionError, type Known} from '#expressions/scope'
import {asString} from '#expressions/values'
import {parseYaml} from '#yaml'

type Shared = (known: Known, ...given: (Json | undefined)[]) => Json

/** Functions that Mistral has in YAQL and in Jinja. */
export const SHARED: Readonly<Record<string, Shared>> = {
  env: ({env}) => env,
  execution: ({execution}) => execution,
  task: ({task}, name) => task(asText(name)),
  uuid: () => crypto.randomUUID(),
  json_pp: ({context}, data) => indented(data ?? context).replaceAll('\\n', '\n'),
  json_dump: (_, data) => indented(data),
  json_parse(_, text) {
    try {
      return decodeJson(asString(text))
    } catch {
      throw new ExpressionError('Expecting value')
    }
  },
  yaml_dump: (_, data) => stringify(data ?? null, {sortMapEntries: true}),
  yaml_parse(_, text) {
    const value = parseYaml(asString(text))
    if (value === undefined) throw new ExpressionError('Invalid YAML')
    return value
  },
}

/** JSON as Python indents it, with everything beyond ASCII escaped. */
const indented = (value: Json | undefined): string =>
  JSON.stringify(value ?? null, null, 4).replace(
    /[\x80-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
