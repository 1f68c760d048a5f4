import {
  type Api,
  asArray,
  type Columns,
  defineResource,
  Flags,
  Formatted,
  fields,
  type JsonObject,
  pick,
  pythonText,
  type Row,
} from '@osc-cli/core'
import {STANDARD_ATTRIBUTES, withOptional} from '#optional'
import {sharedOf, shareFlags} from '#share-flags'

// https://docs.openstack.org/api-ref/network/v2/#qos-policies-qos
export const QosPolicy = defineResource({
  noun: 'network qos policy',
  service: 'network',
  path: '/qos/policies',
  member: 'policy',
  collection: 'policies',
  updateMethod: 'PUT',
})

const qosPolicyFields = fields({
  description: 'description',
  id: 'id',
  is_default: 'is_default',
  name: 'name',
  project_id: 'project_id',
  rules: 'rules',
  shared: 'shared',
  tags: 'tags',
})

/** What `create` prints: its list of rules is empty. */
export const newQosPolicy = (row: Row): Columns => withOptional(qosPolicyFields, row, STANDARD_ATTRIBUTES)

/** What `show` prints: one line per rule. */
export const shownQosPolicy = (row: Row): Columns => ({
  ...newQosPolicy(row),
  rules: ({rules}) => new Formatted(asArray(rules), () => asArray(rules).map(pythonText).join('\n')),
})

export const qosPolicyColumns: Columns = pick(qosPolicyFields, {
  ID: 'id',
  Name: 'name',
  Shared: 'shared',
  Default: 'is_default',
  Project: 'project_id',
})

/** The options that `create` and `set` share. */
export const qosPolicyFlags = {
  description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
  ...shareFlags('QoS policy'),
  ...Flags.choices({
    default: 'Make this the default QoS policy',
    'no-default': 'Do not make this the default QoS policy',
  }),
}

interface PolicyFlags {
  description?: string | undefined
}

/** The attributes that these options name. */
export const qosPolicyBody = (flags: PolicyFlags & Readonly<Record<string, unknown>>): JsonObject => ({
  description: flags.description,
  shared: sharedOf(flags),
  is_default: Flags.chosen(flags, {default: true, 'no-default': false}),
})

interface QosFlags {
  'qos-policy'?: string | undefined
  'no-qos-policy'?: boolean | undefined
}

/** The policy that the options name; null for none of them, undefined when they leave it as it is. */
export async function qosPolicyId(api: Api, flags: QosFlags): Promise<string | null | undefined> {
  if (flags['no-qos-policy']) return null
  const {'qos-policy': policy} = flags
  return policy === undefined ? undefined : await api(QosPolicy).id(policy)
}
