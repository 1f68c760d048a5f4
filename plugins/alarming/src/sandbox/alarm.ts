import {asArray, asObject, asText, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call} from '@osc-cli/core/sandbox'

const TYPES = [
  'prometheus',
  'event',
  'composite',
  'threshold',
  'gnocchi_resources_threshold',
  'gnocchi_aggregation_by_metrics_threshold',
  'gnocchi_aggregation_by_resources_threshold',
  'loadbalancer_member_health',
]

/** The alarm that a body describes, with what Aodh fills in; 400 without a name, a known type and its rule. */
export function newAlarm({body, caller}: Call, project: string, time: string): JsonObject {
  const type = asText(body.type) ?? ''
  const rule = `${type}_rule`
  if (!asText(body.name))
    throw badRequest("Invalid input for field/attribute name. Value: 'None'. Mandatory field missing.")
  if (!TYPES.includes(type)) throw badRequest(`Invalid input for field/attribute type. Value: '${type}'.`)
  if (body[rule] === undefined) throw badRequest(`Invalid input for field/attribute ${rule}. Mandatory field missing.`)
  const state = body.state ?? 'insufficient data'
  const standard = type === 'event' ? {event_type: '*', query: []} : {}
  return {
    alarm_id: crypto.randomUUID(),
    name: body.name ?? null,
    description: body.description ?? `Alarm of type ${type}.`,
    enabled: body.enabled ?? true,
    ok_actions: body.ok_actions ?? [],
    alarm_actions: body.alarm_actions ?? [],
    insufficient_data_actions: body.insufficient_data_actions ?? [],
    repeat_actions: body.repeat_actions ?? false,
    type,
    time_constraints: body.time_constraints ?? [],
    project_id: project,
    user_id: body.user_id ?? caller.userId,
    timestamp: time,
    state,
    state_timestamp: time,
    state_reason: 'Not evaluated yet',
    severity: body.severity ?? 'low',
    evaluate_timestamp: time,
    [rule]: {...standard, ...(type === 'composite' ? filled(asObject(body[rule])) : asObject(body[rule]))},
  }
}

const OF_GNOCCHI = {granularity: 60, comparison_operator: 'eq', evaluation_periods: 1}

/** A composite rule with what Aodh adds to its parts. */
function filled(rule: JsonObject): JsonObject {
  const {type, ...part} = rule
  if (type === undefined)
    return Object.fromEntries(
      Object.entries(rule).map(([key, parts]) => [key, asArray(parts).map(asObject).map(filled)]),
    )
  // Given values win, and the added ones follow them.
  return asText(type)?.startsWith('gnocchi_') ? {...part, ...OF_GNOCCHI, ...part, type} : rule
}
