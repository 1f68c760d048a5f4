import {asArray, asText, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call, conflict, notFound, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'
import {neutronCollection, no, required, textOrNull, yes} from '#sandbox/collection'

/** What two rules of a group, beside their ports, may not both have. */
const SAME = [
  'security_group_id',
  'direction',
  'ethertype',
  'protocol',
  'remote_ip_prefix',
  'remote_group_id',
  'remote_address_group_id',
]

/** Security groups and their rules. A new group allows all outgoing traffic; each project has one called default. */
export function securityGroups(cloud: SandboxCloud): {
  routes: Routes
  /** ID of the default group of a project. */
  defaultOf: (project: string) => string
} {
  const rules = neutronCollection(cloud, {
    path: '/security-group-rules',
    member: 'security_group_rule',
    collection: 'security_group_rules',
    without: ['update'],
    fields: {
      security_group_id: required,
      direction: {type: 'string', oneOf: ['ingress', 'egress'], required: true},
      ethertype: {type: 'string', oneOf: ['IPv4', 'IPv6'], default: 'IPv4'},
      protocol: textOrNull,
      port_range_min: {type: 'integer', nullable: true},
      port_range_max: {type: 'integer', nullable: true},
      remote_ip_prefix: textOrNull,
      remote_group_id: textOrNull,
      remote_address_group_id: textOrNull,
    },
    filters: ['security_group_id', 'direction', 'protocol'],
    created(record) {
      if (!groups.get(String(record.security_group_id)))
        throw notFound(`Security group ${record.security_group_id} does not exist`)
      const [from, to] = [record.port_range_min, record.port_range_max]
      if (typeof from === 'number' && typeof to === 'number' && from > to && !/icmp/.test(String(record.protocol)))
        throw badRequest('For TCP/UDP protocols, port_range_min must be <= port_range_max')
      const same = Object.fromEntries(SAME.map((key) => [key, asText(record[key]) ?? null]))
      const [other] = rules.find({...same, port_range_min: from as number, port_range_max: to as number})
      if (other) throw conflict(`Security group rule already exists. Rule id is ${other.id}.`)
      const {normalized_cidr = record.remote_ip_prefix ?? null} = record
      return {...record, normalized_cidr}
    },
  })
  const groups = neutronCollection(cloud, {
    path: '/security-groups',
    member: 'security_group',
    collection: 'security_groups',
    fields: {stateful: yes, shared: no},
    filters: ['shared'],
    created(record) {
      for (const ethertype of ['IPv4', 'IPv6']) rules.put(outgoing(record, ethertype))
      return record
    },
    view: (record) => ({...record, security_group_rules: rules.find({security_group_id: String(record.id)})}),
    beforeDelete({id, name}) {
      if (name === 'default') throw conflict('Removing default security group not allowed.')
      const users = cloud.store.collection('network/ports').find()
      if (users.some((port) => asArray(port.security_groups).includes(String(id))))
        throw conflict(`Security Group ${id} in use.`)
      for (const rule of rules.find({security_group_id: String(id)})) rules.delete(String(rule.id))
    },
  })
  const listed = groups.routes['GET /v2.0/security-groups']
  return {
    defaultOf,
    routes: {
      ...groups.routes,
      ...rules.routes,
      ...(listed && {
        'GET /v2.0/security-groups'(call: Call) {
          if (call.caller.projectId !== undefined) defaultOf(call.caller.projectId)
          return listed(call)
        },
      }),
    },
  }

  /** Neutron creates it when a project first lists its groups or creates a port. It allows traffic between its members. */
  function defaultOf(project: string): string {
    const [known] = groups.find({project_id: project, name: 'default'})
    if (known) return String(known.id)
    const group: JsonObject = {
      id: cloud.newId(),
      name: 'default',
      description: 'Default security group',
      project_id: project,
      stateful: true,
      shared: false,
      revision_number: 1,
      tags: [],
      created_at: cloud.now().toISOString().replace(/\.\d+/, ''),
    }
    groups.put(group)
    for (const ethertype of ['IPv4', 'IPv6']) {
      rules.put(outgoing(group, ethertype))
      const incoming = {direction: 'ingress', remote_group_id: String(group.id)}
      rules.put({...outgoing(group, ethertype), id: cloud.newId(), ...incoming})
    }
    return String(group.id)
  }

  function outgoing(group: JsonObject, ethertype: string): JsonObject {
    return {
      id: cloud.newId(),
      project_id: asText(group.project_id) ?? null,
      security_group_id: String(group.id),
      direction: 'egress',
      ethertype,
      protocol: null,
      port_range_min: null,
      port_range_max: null,
      remote_ip_prefix: null,
      remote_group_id: null,
      remote_address_group_id: null,
      description: '',
      revision_number: 0,
      tags: [],
    }
  }
}
