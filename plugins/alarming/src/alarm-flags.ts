import {Flags, type JsonObject, UsageError} from '@osc-cli/core'
import {ALARM_STATES, ALARM_TYPES} from '#alarm'

/** As openstack reads it: everything that does not mean true is false. */
const trueOrFalse = Flags.custom<boolean>({
  helpValue: 'True|False',
  parse: async (text) => /^(?:true|t|yes|y|on|1)$/i.test(text.trim()),
})

const float = Flags.custom<number>({
  helpValue: 'NUMBER',
  async parse(text) {
    const number = Number(text)
    if (text.trim() === '' || !Number.isFinite(number)) throw new UsageError(`expected a number, got '${text}'.`)
    return number
  },
})

const timeConstraint = Flags.custom<JsonObject>({
  multiple: true,
  multipleNonGreedy: true,
  async parse(text) {
    const trim = (part: string) => part.replace(/^[\s"']+|[\s"']+$/g, '')
    const constraint = Object.fromEntries(
      text.split(';').map((pair) => {
        const equals = pair.indexOf('=')
        if (equals < 0) throw new UsageError(`expected KEY=VALUE;KEY=VALUE, got '${text}'.`)
        return [trim(pair.slice(0, equals)), trim(pair.slice(equals + 1))]
      }),
    )
    const missing = ['name', 'start', 'duration'].filter((key) => !constraint[key])
    if (missing.length > 0) throw new UsageError(`'${text}' does not have ${missing.join(' and ')}.`)
    return constraint
  },
})

const url = (description: string) =>
  Flags.strings({description: `${description} (repeatable; '' removes all)`, helpValue: 'URL'})

/** Options of `alarm create` and `alarm update` beside the name and the type. */
export const alarmFlags = {
  'project-id': Flags.string({description: 'Project that owns the alarm (ID; admin only)', helpValue: 'PROJECT-ID'}),
  'user-id': Flags.string({description: 'User that owns the alarm (ID; admin only)', helpValue: 'USER-ID'}),
  description: Flags.string({description: 'Description'}),
  state: Flags.string({description: 'State of the alarm', options: ALARM_STATES, helpValue: 'STATE'}),
  severity: Flags.string({
    description: 'Severity of the alarm',
    options: ['low', 'moderate', 'critical'],
    helpValue: 'SEVERITY',
  }),
  enabled: trueOrFalse({description: 'Whether the alarm is evaluated'}),
  'alarm-action': url('URL to notify when the state becomes alarm'),
  'ok-action': url('URL to notify when the state becomes ok'),
  'insufficient-data-action': url('URL to notify when the state becomes insufficient data'),
  'time-constraint': timeConstraint({
    description:
      'Evaluate only in this period: name=NAME;start=CRON;duration=SECONDS, optionally description=TEXT and timezone=ZONE (repeatable)',
    helpValue: 'CONSTRAINT',
  }),
  'repeat-actions': trueOrFalse({description: 'Whether actions are repeated while the alarm stays in its state'}),
  query: Flags.string({
    description:
      'Rule: KEY[OP]TYPE::VALUE;... (event, threshold), JSON (gnocchi_aggregation_by_resources_threshold) or PromQL (prometheus)',
    helpValue: 'QUERY',
  }),
  'comparison-operator': Flags.string({
    description: 'Rule: operator that compares a value with the threshold',
    options: ['lt', 'le', 'eq', 'ne', 'ge', 'gt'],
    helpValue: 'OPERATOR',
  }),
  'evaluation-periods': Flags.integer({description: 'Rule: number of periods to evaluate', helpValue: 'NUMBER'}),
  threshold: float({description: 'Rule: threshold'}),
  'event-type': Flags.string({description: 'Rule: event type, with * as a wildcard', helpValue: 'EVENT-TYPE'}),
  'meter-name': Flags.string({char: 'm', description: 'Rule: meter to evaluate', helpValue: 'METER'}),
  period: Flags.integer({description: 'Rule: length of a period in seconds', helpValue: 'SECONDS'}),
  statistic: Flags.string({
    description: 'Rule: statistic to evaluate',
    options: ['max', 'min', 'avg', 'sum', 'count'],
    helpValue: 'STATISTIC',
  }),
  granularity: Flags.string({description: 'Rule: granularity of the measures in seconds', helpValue: 'SECONDS'}),
  'aggregation-method': Flags.string({
    description: 'Rule: aggregation method whose result is compared with the threshold',
    helpValue: 'METHOD',
  }),
  metric: Flags.strings({
    aliases: ['metrics'],
    description: 'Rule: metric, a name or an ID depending on the type of the alarm (repeatable)',
    helpValue: 'METRIC',
  }),
  'resource-type': Flags.string({description: 'Rule: type of the resource', helpValue: 'TYPE'}),
  'resource-id': Flags.string({description: 'Rule: ID of the resource', helpValue: 'ID'}),
  'composite-rule': Flags.string({
    description:
      'Rule: JSON object of rules combined with "and" and "or", or a combination rule with alarm_ids and operator; @FILE reads it from a file',
    helpValue: 'JSON',
  }),
  'stack-id': Flags.string({
    description: 'Rule: top-level stack with the load balancer pool (name or ID)',
    helpValue: 'STACK',
  }),
  'pool-id': Flags.string({description: 'Rule: load balancer pool (name or ID)', helpValue: 'POOL'}),
  'autoscaling-group-id': Flags.string({
    description: 'Rule: autoscaling group with the members of the pool (ID)',
    helpValue: 'GROUP-ID',
  }),
}

/** `--type`, which only a new alarm requires. */
export const typeOption = {
  char: 't',
  description: 'Type of the alarm',
  options: ALARM_TYPES,
  helpValue: 'TYPE',
} as const
