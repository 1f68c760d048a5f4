import type {JsonObject} from '@osc-cli/core'
import {conflict, notFound, type RestRecords, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'
import {neutronCollection, no} from '#sandbox/collection'

const number = {type: 'integer'} as const
const direction = {type: 'string', oneOf: ['ingress', 'egress', 'any'], default: 'egress'} as const

const RULES = {
  bandwidth_limit: {max_kbps: number, max_burst_kbps: {...number, default: 0}, direction},
  dscp_marking: {dscp_mark: number},
  minimum_bandwidth: {min_kbps: number, direction},
  minimum_packet_rate: {min_kpps: number, direction},
} as const

/** QoS policies, the rules of each type, and the types. */
export function qos(cloud: SandboxCloud): Routes {
  const rules = new Map<string, RestRecords>()
  const rulesOf = (policy: JsonObject) =>
    [...rules].flatMap(([type, records]) =>
      records.find({qos_policy_id: String(policy.id)}).map((rule): JsonObject => ({...rule, type})),
    )
  const policies = neutronCollection(cloud, {
    path: '/qos/policies',
    member: 'policy',
    collection: 'policies',
    isShared: ({shared}) => shared === true,
    fields: {shared: no, is_default: no},
    filters: ['shared', 'is_default'],
    view: (record) => ({...record, rules: rulesOf(record)}),
    beforeDelete({id}) {
      for (const noun of ['network', 'port', 'floatingip', 'router']) {
        const [user] = cloud.store.collection(`network/${noun}s`).find({qos_policy_id: String(id)})
        if (user) throw conflict(`QoS Policy ${id} is used by ${noun} ${user.id}.`)
      }
    },
  })
  for (const [type, fields] of Object.entries(RULES)) {
    const records = neutronCollection(cloud, {
      path: `/qos/policies/:policy/${type}_rules`,
      member: `${type}_rule`,
      collection: `${type}_rules`,
      parents: {policy: {records: policies, key: 'qos_policy_id'}},
      fields,
    })
    rules.set(type, records)
  }
  const types = Object.keys(RULES).map((type) => ({type}))
  return {
    ...policies.routes,
    ...Object.assign({}, ...[...rules.values()].map(({routes}) => routes)),
    'GET /v2.0/qos/rule-types': () => ({body: {rule_types: types}}),
    'GET /v2.0/qos/rule-types/:type'({params}) {
      if (!types.some(({type}) => type === params.type)) throw notFound(`Rule type ${params.type} could not be found.`)
      return {body: {rule_type: {type: String(params.type), drivers: []}}}
    },
  }
}
