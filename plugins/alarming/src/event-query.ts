import {type JsonObject, UsageError} from '@osc-cli/core'

const OPERATORS: Readonly<Record<string, string>> = {
  '>=': 'ge',
  '<=': 'le',
  '!=': 'ne',
  '>': 'gt',
  '<': 'lt',
  '=': 'eq',
}
const TYPES = ['string', 'integer', 'float', 'datetime', 'boolean']

/** Reads the query of an event alarm, `KEY OP [TYPE::]VALUE;...`, into the conditions that the API takes. */
export const parseConditions = (query: string): JsonObject[] => query.split(';').map(conditionOf)

function conditionOf(text: string): JsonObject {
  const [, field = '', operator = '', typed = ''] = /^(.*?)(>=|<=|!=|>|<|=)(.*)$/s.exec(text) ?? []
  if (field === '' || typed === '')
    throw new UsageError(`Invalid condition '${text}' in --query: expected KEY, an operator and a value.`, {
      hint: `Use one of the operators ${Object.keys(OPERATORS).join(', ')}: traits.state=string::error`,
    })
  const [, type = '', value = typed] = /^(.*?)::(.*)$/s.exec(typed) ?? []
  if (type !== '' && !TYPES.includes(type))
    throw new UsageError(`Unknown data type '${type}' in --query.`, {hint: `Use one of: ${TYPES.join(', ')}`})
  return {field, op: OPERATORS[operator] ?? operator, type, value}
}

/** Conditions as `show` prints them, one a line. */
export const SYMBOLS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(OPERATORS).map(([symbol, word]) => [word, symbol]),
)
