import {givenJson, isObject, type Json, type JsonObject, type Runtime, readText, UsageError} from '@osc-cli/core'
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

/** The composite rule that the option gives, from the line or from a file. UsageError when Aodh would refuse it. */
export async function compositeRule(given: string | undefined, runtime: Runtime): Promise<JsonObject | undefined> {
  if (given === undefined) return undefined
  const text = given.startsWith('@') ? await readText(given.slice(1), runtime) : given
  return checked(givenJson(text, '--composite-rule'), 'rule')
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
