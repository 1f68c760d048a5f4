import {asArray, asObject, asText, type Json} from '@osc-cli/core'
import {badRequest, type Call, conflict, notFound, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'
import {list, neutronCollection, no, textOrNull, yes} from '#sandbox/collection'

/** Firewall groups, the policies of a group, and the rules of a policy. */
export function firewalls(cloud: SandboxCloud): Routes {
  const groups = neutronCollection(cloud, {
    path: '/fwaas/firewall_groups',
    member: 'firewall_group',
    collection: 'firewall_groups',
    fields: {
      ingress_firewall_policy_id: textOrNull,
      egress_firewall_policy_id: textOrNull,
      ports: list,
      shared: no,
      admin_state_up: yes,
    },
    filters: ['status', 'shared'],
    created: (record) => ({...record, status: asArray(record.ports).length > 0 ? 'ACTIVE' : 'INACTIVE'}),
  })
  const policies = neutronCollection(cloud, {
    path: '/fwaas/firewall_policies',
    member: 'firewall_policy',
    collection: 'firewall_policies',
    fields: {firewall_rules: list, audited: no, shared: no},
    filters: ['shared'],
    beforeDelete({id}) {
      const uses = ['ingress', 'egress'].flatMap((way) => groups.find({[`${way}_firewall_policy_id`]: String(id)}))
      if (uses.length > 0) throw conflict(`Firewall policy ${id} is being used.`)
    },
  })
  const rules = neutronCollection(cloud, {
    path: '/fwaas/firewall_rules',
    member: 'firewall_rule',
    collection: 'firewall_rules',
    fields: {
      protocol: textOrNull,
      action: {type: 'string', oneOf: ['allow', 'deny', 'reject'], default: 'deny'},
      source_ip_address: textOrNull,
      destination_ip_address: textOrNull,
      source_port: textOrNull,
      destination_port: textOrNull,
      enabled: yes,
      shared: no,
    },
    filters: ['protocol', 'action', 'enabled', 'shared'],
    created: (record) => ({
      ...record,
      ip_version: Number(record.ip_version ?? 4),
      firewall_policy_id: null,
    }),
    changed: (record, changes) => ({
      ...record,
      ...changes,
      ...('ip_version' in changes && {ip_version: Number(changes.ip_version)}),
    }),
    // Neutron does not send the groups.
    view: ({source_firewall_group_id, destination_firewall_group_id, ...shown}) => shown,
    beforeDelete({id}) {
      if (policies.find({}).some((policy) => asArray(policy.firewall_rules).includes(String(id))))
        throw conflict(`Firewall rule ${id} is being used.`)
    },
  })
  const change = (apply: (has: Json[], rule: string, call: Call) => Json[]) => (call: Call) => {
    const policy = policies.own(call)
    const rule = asText(call.body.firewall_rule_id) ?? ''
    if (!rules.get(rule)) throw notFound(`Firewall rule ${rule} could not be found.`)
    const firewallRules = apply(asArray(policy.firewall_rules), rule, call)
    return {body: asObject(policies.put({...policy, firewall_rules: firewallRules, audited: false}))}
  }
  return {
    ...groups.routes,
    ...policies.routes,
    ...rules.routes,
    'PUT /v2.0/fwaas/firewall_policies/:id/insert_rule': change((has, rule, {body, params}) => {
      if (has.includes(rule)) throw conflict(`Firewall rule ${rule} is already associated with policy ${params.id}.`)
      const next = asText(body.insert_before)
      const previous = asText(body.insert_after)
      const at = next ? has.indexOf(next) : previous ? has.indexOf(previous) + 1 : 0
      return has.toSpliced(at, 0, rule)
    }),
    'PUT /v2.0/fwaas/firewall_policies/:id/remove_rule': change((has, rule, {params}) => {
      if (!has.includes(rule)) throw badRequest(`Firewall rule ${rule} is not associated with policy ${params.id}.`)
      return has.filter((one) => one !== rule)
    }),
  }
}
