import {type Api, asArray, type Columns, defineResource, Formatted, fields, pick, pythonText} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#qos-policies-qos
export const QosPolicy = defineResource({
  noun: 'network qos policy',
  service: 'network',
  path: '/qos/policies',
  member: 'policy',
  collection: 'policies',
  updateMethod: 'PUT',
})

export const qosPolicyFields = fields({
  description: 'description',
  id: 'id',
  is_default: 'is_default',
  name: 'name',
  project_id: 'project_id',
  rules: 'rules',
  shared: 'shared',
  tags: 'tags',
})

/** What `show` prints: a rule a line. `create` prints the list of rules, which is empty. */
export const shownQosPolicy: Columns = {
  ...qosPolicyFields,
  rules: ({rules}) => new Formatted(asArray(rules), () => asArray(rules).map(pythonText).join('\n')),
}

export const qosPolicyColumns: Columns = pick(qosPolicyFields, {
  ID: 'id',
  Name: 'name',
  Shared: 'shared',
  Default: 'is_default',
  Project: 'project_id',
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
