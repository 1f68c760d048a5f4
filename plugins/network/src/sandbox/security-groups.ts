import {asText, type JsonObject} from '@osc-cli/core'
import {type Call, conflict, notFound, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'
import {neutronCollection, no, required, textOrNull, yes} from '#sandbox/collection'

/** Security groups and their rules. A new group allows all outgoing traffic; each project has one called default. */
export function securityGroups(cloud: SandboxCloud): Routes {
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
      for (const rule of rules.find({security_group_id: String(id)})) rules.delete(String(rule.id))
    },
  })
  const listed = groups.routes['GET /v2.0/security-groups']
  return {
    ...groups.routes,
    ...rules.routes,
    ...(listed && {
      'GET /v2.0/security-groups'(call: Call) {
        ensureDefault(call.caller.projectId)
        return listed(call)
      },
    }),
  }

  /** Neutron creates it when a project first lists its groups. It allows traffic between its members. */
  function ensureDefault(project: string | undefined): void {
    if (project === undefined || groups.find({project_id: project, name: 'default'}).length > 0) return
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
