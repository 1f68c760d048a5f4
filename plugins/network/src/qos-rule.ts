import {
  type Api,
  asArray,
  asObject,
  asText,
  type Columns,
  defineResource,
  Flags,
  fields,
  type JsonObject,
  NotFoundError,
  type ResourceApi,
  UsageError,
} from '@osc-cli/core'

const TYPES = {
  'bandwidth-limit': {required: ['max_kbps'], optional: ['direction', 'max_burst_kbps']},
  'dscp-marking': {required: ['dscp_mark'], optional: []},
  'minimum-bandwidth': {required: ['min_kbps', 'direction'], optional: []},
  'minimum-packet-rate': {required: ['min_kpps', 'direction'], optional: []},
} as const

export type QosRuleType = keyof typeof TYPES

// https://docs.openstack.org/api-ref/network/v2/#qos-bandwidth-limit-rules and the pages of the other types
const descriptor = (type: QosRuleType) => {
  const member = `${type.replaceAll('-', '_')}_rule`
  return defineResource({
    noun: 'network qos rule',
    service: 'network',
    path: `/qos/policies/{policy}/${member}s`,
    member,
    collection: `${member}s`,
    by: 'id',
    updateMethod: 'PUT',
  })
}

/** The rules of one type of one policy. */
export const qosRule = (api: Api, type: QosRuleType, policy: JsonObject): ResourceApi =>
  api(descriptor(type)).under(String(policy.id))

const FIELDS: Readonly<Record<QosRuleType, Columns>> = {
  'bandwidth-limit': fields({
    direction: 'direction',
    id: 'id',
    max_burst_kbps: 'max_burst_kbps',
    max_kbps: 'max_kbps',
  }),
  'dscp-marking': fields({dscp_mark: 'dscp_mark', id: 'id'}),
  'minimum-bandwidth': fields({direction: 'direction', id: 'id', min_kbps: 'min_kbps'}),
  'minimum-packet-rate': fields({direction: 'direction', id: 'id', min_kpps: 'min_kpps'}),
}

/** The fields of a rule, which depend on its type. */
export const qosRuleFields = (type: QosRuleType): Columns => FIELDS[type]

/** The columns of a policy's own list of rules. A rule does not have the keys of other types. */
export const qosRuleColumns: Columns = {
  ID: 'id',
  'QoS Policy ID': 'qos_policy_id',
  Type: 'type',
  'Max Kbps': 'max_kbps',
  'Max Burst Kbits': 'max_burst_kbps',
  'Min Kbps': 'min_kbps',
  'Min Kpps': 'min_kpps',
  'DSCP mark': 'dscp_mark',
  Direction: 'direction',
}

/** The options that `create` and `set` share. */
export const qosRuleFlags = {
  'max-kbps': Flags.integer({description: 'Maximum bandwidth in kbit/s', helpValue: 'MAX-KBPS'}),
  'max-burst-kbits': Flags.integer({
    description: 'Maximum burst in kbit (default: 80 % of the bandwidth)',
    helpValue: 'MAX-BURST-KBITS',
  }),
  'dscp-mark': Flags.integer({description: 'DSCP mark: 0 or an even number from 8 to 56', helpValue: 'DSCP-MARK'}),
  'min-kbps': Flags.integer({description: 'Guaranteed bandwidth in kbit/s', helpValue: 'MIN-KBPS'}),
  'min-kpps': Flags.integer({description: 'Guaranteed packet rate in thousand packets/s', helpValue: 'MIN-KPPS'}),
  ...Flags.choices({
    ingress: 'Apply the rule to incoming traffic of the project',
    egress: 'Apply the rule to outgoing traffic of the project',
    any: 'Apply the rule to both directions (minimum packet rate only)',
  }),
}

interface RuleFlags {
  'max-kbps'?: number | undefined
  'max-burst-kbits'?: number | undefined
  'dscp-mark'?: number | undefined
  'min-kbps'?: number | undefined
  'min-kpps'?: number | undefined
}

/** The attributes that the options name. UsageError for those that the type does not have, or that a new rule lacks. */
export function qosRuleBody(
  type: QosRuleType,
  flags: RuleFlags & Readonly<Record<string, unknown>>,
  isNew: boolean,
): JsonObject {
  const body: JsonObject = {
    max_kbps: flags['max-kbps'],
    max_burst_kbps: flags['max-burst-kbits'],
    dscp_mark: flags['dscp-mark'],
    min_kbps: flags['min-kbps'],
    min_kpps: flags['min-kpps'],
    direction: Flags.chosen(flags, {ingress: 'ingress', egress: 'egress', any: 'any'}),
  }
  if (flags.any && type !== 'minimum-packet-rate')
    throw new UsageError('Option --any is only for rules of type minimum-packet-rate.')
  const own: readonly string[] = [...TYPES[type].required, ...TYPES[type].optional]
  const foreign = Object.keys(body).find((key) => body[key] !== undefined && !own.includes(key))
  if (foreign !== undefined)
    throw new UsageError(`Rules of type ${type} do not have the option --${OPTIONS[foreign]}.`, {
      hint: `Use ${own.map((key) => `--${OPTIONS[key]}`).join(', ')}.`,
    })
  const missing = TYPES[type].required.find((key) => body[key] === undefined)
  if (isNew && missing !== undefined)
    throw new UsageError(`A rule of type ${type} requires --${OPTIONS[missing]}.`, {hint: `Add --${OPTIONS[missing]}.`})
  return body
}

const OPTIONS: Readonly<Record<string, string>> = {
  max_kbps: 'max-kbps',
  max_burst_kbps: 'max-burst-kbits',
  dscp_mark: 'dscp-mark',
  min_kbps: 'min-kbps',
  min_kpps: 'min-kpps',
  direction: 'ingress or --egress',
}

/** The type of one of a policy's rules; NotFoundError when it has no such rule. */
export function typeOfRule(policy: JsonObject, id: string): QosRuleType {
  const rule = asArray(policy.rules)
    .map(asObject)
    .find((one) => one.id === id)
  const type = asText(rule?.type)?.replaceAll('_', '-')
  const known = (Object.keys(TYPES) as QosRuleType[]).find((one) => one === type)
  if (known) return known
  throw new NotFoundError(`QoS policy ${policy.name} does not have a rule with ID '${id}'.`, {
    hint: `List its rules: osc network qos rule list ${policy.id}`,
  })
}
