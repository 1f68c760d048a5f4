import {type Api, defineResource} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#qos-policies-qos
export const QosPolicy = defineResource({
  noun: 'network qos policy',
  service: 'network',
  path: '/qos/policies',
  member: 'policy',
  collection: 'policies',
  updateMethod: 'PUT',
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
