import {
  AmbiguousNameError,
  asArray,
  asObject,
  asText,
  type Columns,
  type CommandContext,
  defineResource,
  fields,
  HttpError,
  type JsonObject,
  NotFoundError,
  pythonText,
  UsageError,
} from '@osc-cli/core'
import {SYMBOLS} from '#event-query'

// https://docs.openstack.org/aodh/latest/contributor/webapi/v2.html
export const Alarm = defineResource({
  noun: 'alarm',
  service: 'alarming',
  path: '/alarms',
  collection: '',
  idKey: 'alarm_id',
  updateMethod: 'PUT',
})

export const alarmColumns: Columns = fields({
  alarm_id: 'alarm_id',
  type: 'type',
  name: 'name',
  state: 'state',
  severity: 'severity',
  enabled: 'enabled',
})

/** Types of alarms; the rule of each is under `TYPE_rule`. */
export const ALARM_TYPES = [
  'prometheus',
  'event',
  'composite',
  'threshold',
  'gnocchi_resources_threshold',
  'gnocchi_aggregation_by_metrics_threshold',
  'gnocchi_aggregation_by_resources_threshold',
  'loadbalancer_member_health',
]
export const ALARM_STATES = ['ok', 'alarm', 'insufficient data']

const LOOKS_LIKE_ID = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i

/** Runs a complex query of the API: of alarms, or of their history. Without a condition it returns all. */
export async function search(command: Pick<CommandContext, 'session'>, path: string, condition?: JsonObject) {
  const body = condition && {filter: JSON.stringify(condition)}
  const session = await command.session()
  const answer = await session.request({service: 'alarming', method: 'POST', path, body: body ?? {}})
  return asArray(await answer.json()).map(asObject)
}

/** What names an alarm on the line: the argument, a name or ID, or `--name`, only a name. */
export interface AlarmNamed {
  id: string | undefined
  name: string | undefined
}

/** `work` with the ID of the alarm. What looks like an ID is used as one, and as a name when no alarm has it. */
export async function withAlarm<T>(
  command: Pick<CommandContext, 'session'>,
  named: AlarmNamed,
  work: (id: string, known?: JsonObject) => Promise<T>,
): Promise<T> {
  const {id, name} = oneOf(named)
  if (id !== undefined && LOOKS_LIKE_ID.test(id)) {
    try {
      return await work(id)
    } catch (error) {
      if (!HttpError.is(error, 404)) throw error
    }
  }
  const alarm = await byName(command, name ?? id ?? '')
  return await work(asText(alarm.alarm_id) ?? '', alarm)
}

function oneOf(named: AlarmNamed): AlarmNamed {
  const hint = 'Specify the name or ID as an argument, or the name with --name.'
  if (named.id && named.name) throw new UsageError('Both an alarm and --name were specified.', {hint})
  if (!named.id && !named.name) throw new UsageError('Neither an alarm nor --name was specified.', {hint})
  return named
}

async function byName(command: Pick<CommandContext, 'session'>, name: string): Promise<JsonObject> {
  const found = await search(command, '/query/alarms', {'=': {name}})
  const [alarm] = found
  if (found.length > 1)
    throw new AmbiguousNameError(
      'alarm',
      name,
      found.map((one) => ({...one, id: one.alarm_id})),
    )
  if (alarm) return alarm
  throw new NotFoundError(`No alarm with a name or ID of '${name}' exists.`, {
    hint: 'List them with: osc alarm list',
    facts: {noun: 'alarm', name, missing: 'alarm'},
  })
}

/** The record as `show` prints it: the keys of its rule stand beside those of the alarm. */
export function flatten(alarm: JsonObject): JsonObject {
  if (isFilled(alarm.composite_rule)) return {...alarm, composite_rule: JSON.stringify(alarm.composite_rule, null, 2)}
  const rules = ALARM_TYPES.map((type) => `${type}_rule`).filter((key) => isFilled(alarm[key]))
  const flat = Object.fromEntries(Object.entries(alarm).filter(([key]) => !rules.includes(key)))
  for (const key of rules) Object.assign(flat, asObject(alarm[key]))
  if (isFilled(flat.time_constraints)) flat.time_constraints = JSON.stringify(sorted(flat.time_constraints), null, 2)
  if (Array.isArray(flat.query)) flat.query = flat.query.map((one) => conditionText(asObject(one))).join(' AND\n')
  return flat
}

/** The columns of a record whose keys are not known before. */
export const columnsOf = (record: JsonObject): Columns =>
  fields(Object.fromEntries(Object.keys(record).map((key) => [key, key])))

const isFilled = (value: unknown) => Object.keys(asObject(value)).length > 0 || asArray(value).length > 0

const conditionText = ({field, op, value}: JsonObject) =>
  [pythonText(field), SYMBOLS[asText(op) ?? ''] ?? pythonText(op), pythonText(value)].join(' ')

const sorted = (constraints: unknown): JsonObject[] =>
  asArray(constraints).map((one) =>
    Object.fromEntries(Object.entries(asObject(one)).sort(([a], [b]) => (a < b ? -1 : 1))),
  )
