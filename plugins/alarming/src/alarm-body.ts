import {asObject, asText, decodeJson, isObject, type Json, type JsonObject, UsageError} from '@osc-cli/core'
import {parseConditions} from '#event-query'

/** The parsed options of `alarm create` and `alarm update`, by name. */
export type AlarmOptions = Readonly<Record<string, unknown>>

const THRESHOLD = ['granularity', 'comparison-operator', 'threshold', 'aggregation-method', 'evaluation-periods']

/** The options that make the rule of a type. */
const RULE_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  threshold: ['meter-name', 'period', 'evaluation-periods', 'statistic', 'comparison-operator', 'threshold', 'query'],
  event: ['event-type', 'query'],
  prometheus: ['comparison-operator', 'threshold', 'query'],
  gnocchi_resources_threshold: [...THRESHOLD, 'metric', 'resource-id', 'resource-type'],
  gnocchi_aggregation_by_metrics_threshold: [...THRESHOLD, 'metrics'],
  gnocchi_aggregation_by_resources_threshold: [...THRESHOLD, 'metric', 'query', 'resource-type'],
  loadbalancer_member_health: ['stack-id', 'pool-id', 'autoscaling-group-id'],
}

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  threshold: ['meter-name', 'threshold'],
  prometheus: ['query', 'threshold'],
  composite: ['composite-rule'],
  gnocchi_resources_threshold: ['metric', 'threshold', 'resource-id', 'resource-type', 'aggregation-method'],
  gnocchi_aggregation_by_metrics_threshold: ['metric', 'threshold', 'aggregation-method'],
  gnocchi_aggregation_by_resources_threshold: ['metric', 'threshold', 'aggregation-method', 'query', 'resource-type'],
  loadbalancer_member_health: ['stack-id', 'pool-id', 'autoscaling-group-id'],
}

/** The keys that a rule of this type requires inside a composite one. */
export const requiredKeys = (type: string): string[] =>
  (REQUIRED[type] ?? []).map((name) =>
    name === 'metric' && type.endsWith('by_metrics_threshold') ? 'metrics' : keyOf(name),
  )

/** UsageError when a new alarm lacks options that its type requires. */
export function checkRequired(type: string, options: AlarmOptions): void {
  const missing = (REQUIRED[type] ?? []).filter((name) => options[name] === undefined || options[name] === '')
  const names = missing.map((name) => `--${name}`).join(', ')
  if (names !== '') throw new UsageError(`An alarm of type ${type} requires ${names}.`, {hint: `Add ${names}.`})
  checkQuery(type, options.query)
}

/** UsageError when the query of a rule is not what its type takes. Those of events are checked when they are read. */
function checkQuery(type: string, query: unknown): void {
  if (type !== 'gnocchi_aggregation_by_resources_threshold' || typeof query !== 'string') return
  try {
    if (isObject(decodeJson(query))) return
  } catch {}
  throw new UsageError(`--query of an alarm of type ${type} is not a JSON object: ${query}`, {
    hint: `Specify a query of Gnocchi: '{"=": {"server_group": "web"}}'`,
  })
}

/** What the options say of the alarm itself. */
export function alarmBody(options: AlarmOptions): JsonObject {
  const plain = pick(options, ['name', 'type', 'project-id', 'user-id', 'description', 'state', 'severity', 'enabled'])
  const actions = ['alarm-action', 'ok-action', 'insufficient-data-action'].flatMap((name): [string, Json][] => {
    const urls = options[name] as string[] | undefined
    return urls ? [[keyOf(`${name}s`), urls.length === 1 && urls[0] === '' ? null : urls]] : []
  })
  const constraints = options['time-constraint'] as JsonObject[] | undefined
  return {
    ...plain,
    ...Object.fromEntries(actions),
    ...(constraints && {time_constraints: constraints}),
    ...pick(options, ['repeat-actions']),
  }
}

/** What the options say of the rule of this type. */
export function ruleBody(type: string, options: AlarmOptions, composite: JsonObject | undefined): JsonObject {
  if (type === 'composite') return composite ?? {}
  const metrics = options.metric as string[] | undefined
  const given = {...options, metric: metrics?.[0], metrics}
  const rule = pick(given, RULE_OPTIONS[type] ?? [])
  if (typeof rule.query === 'string' && (type === 'event' || type === 'threshold'))
    rule.query = parseConditions(rule.query)
  return rule
}

/**
 * The alarm after an update, whole, as the API replaces it. The rule of the same type is merged with the options, except for
 * a composite one; another type replaces it.
 */
export function updatedAlarm(alarm: JsonObject, options: AlarmOptions, composite: JsonObject | undefined): JsonObject {
  const before = asText(alarm.type) ?? ''
  const type = asText(options.type) ?? before
  if (type !== before) checkRequired(type, options)
  const rule = ruleBody(type, options, composite)
  const kept = type === before ? asObject(alarm[`${type}_rule`]) : {}
  const {[`${before}_rule`]: _, ...rest} = alarm
  const merged = type === 'composite' ? (composite ?? kept) : {...kept, ...rule}
  return {...rest, [`${type}_rule`]: merged, ...alarmBody(options)}
}

const keyOf = (option: string) => option.replaceAll('-', '_')

function pick(options: AlarmOptions, names: readonly string[]): JsonObject {
  const given = names.filter((name) => options[name] !== undefined)
  return Object.fromEntries(given.map((name) => [keyOf(name), options[name] as Json]))
}
