import {
  asArray,
  asObject,
  asText,
  type CommandContext,
  givenJson,
  isObject,
  type Json,
  type JsonObject,
  readText,
  UsageError,
} from '@osc-cli/core'
import {Alarm} from '#alarm'
import {requiredKeys} from '#alarm-body'

/** Types of rules that Aodh combines. */
const TYPES = [
  'prometheus',
  'threshold',
  'gnocchi_resources_threshold',
  'gnocchi_aggregation_by_metrics_threshold',
  'gnocchi_aggregation_by_resources_threshold',
]
const JOINTS = ['and', 'or']

/**
 * The composite rule that the option gives, from the line or from a file. A combination rule, `{"operator": "or", "alarm_ids": [...]}`,
 * which Aodh had before, becomes a composite one. UsageError when Aodh would refuse it.
 */
export async function compositeRule(
  given: string | undefined,
  context: Pick<CommandContext, 'runtime' | 'api' | 'note'>,
): Promise<JsonObject | undefined> {
  if (given === undefined) return undefined
  const text = given.startsWith('@') ? await readText(given.slice(1), context.runtime) : given
  const rule = givenJson(text, '--composite-rule')
  return checked(isObject(rule) && rule.alarm_ids !== undefined ? await combined(rule, context) : rule, 'rule')
}

/** The rules of the alarms that a combination rule names, joined by its operator. */
async function combined(
  {operator = 'or', alarm_ids: ids}: JsonObject,
  context: Pick<CommandContext, 'api' | 'note'>,
): Promise<JsonObject> {
  if (typeof operator !== 'string' || !JOINTS.includes(operator))
    throw wrong(`the operator of the combination is '${String(operator)}'`, `Use one of: ${JOINTS.join(', ')}`)
  const rules: JsonObject[] = []
  for (const id of asArray(ids)) {
    const alarm = await context.api(Alarm).get(String(id))
    const type = asText(alarm.type) ?? ''
    rules.push(type === 'composite' ? asObject(alarm.composite_rule) : {type, ...asObject(alarm[`${type}_rule`])})
  }
  await context.note(
    'Aodh no longer has combination alarms: the rules of the alarms were copied into a composite rule.',
  )
  return {[operator]: rules}
}

/** A rule, or rules that are joined by "and" or "or", at any depth; `place` is its position: `or[1].and[0]`. */
function checked(rule: Json, place: string): JsonObject {
  if (!isObject(rule)) throw wrong(`${place} is not a JSON object`)
  const [joint = '', ...others] = Object.keys(rule)
  if (!JOINTS.includes(joint)) return checkedRule(rule, place)
  const parts = rule[joint]
  if (others.length > 0) throw wrong(`${place} has ${others.join(', ')} beside "${joint}"`)
  if (!Array.isArray(parts)) throw wrong(`"${joint}" of ${place} is not a list of rules`)
  if (parts.length === 0) throw wrong(`"${joint}" of ${place} is an empty list`)
  for (const [at, part] of parts.entries())
    checked(part, place === 'rule' ? `${joint}[${at}]` : `${place}.${joint}[${at}]`)
  return rule
}

function checkedRule(rule: JsonObject, place: string): JsonObject {
  const {type} = rule
  if (type === undefined) throw wrong(`${place} has neither a type nor "and" or "or"`)
  if (typeof type !== 'string' || !TYPES.includes(type))
    throw wrong(`${place} has the type '${String(type)}', which cannot be combined`, `Use one of: ${TYPES.join(', ')}`)
  const missing = requiredKeys(type).filter((key) => rule[key] === undefined)
  if (missing.length > 0) throw wrong(`${place} of type ${type} does not have ${missing.join(', ')}`)
  return rule
}

const wrong = (
  what: string,
  hint = 'Specify {"or": [RULE, RULE]}, where a RULE has a type and what the type requires.',
) => new UsageError(`Invalid --composite-rule: ${what}.`, {hint})
