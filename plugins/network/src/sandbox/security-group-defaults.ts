import {conflict, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'
import {neutronCollection, no, numberOrNull, required, textOrNull, yes} from '#sandbox/collection'

/** The rules that new security groups start with, and whether new groups are stateful. */
export function securityGroupDefaults(cloud: SandboxCloud): Routes {
  const rules = neutronCollection(cloud, {
    path: '/default-security-group-rules',
    member: 'default_security_group_rule',
    collection: 'default_security_group_rules',
    without: ['update'],
    fields: {
      direction: required,
      ethertype: required,
      protocol: textOrNull,
      port_range_min: numberOrNull,
      port_range_max: numberOrNull,
      remote_ip_prefix: textOrNull,
      used_in_default_sg: no,
      used_in_non_default_sg: yes,
    },
    filters: ['direction', 'protocol'],
    view: ({project_id: _, ...rule}) => rule,
  })
  const statefulness = neutronCollection(cloud, {
    path: '/security-groups-default-statefulness',
    member: 'security_groups_default_statefulness',
    collection: 'security_groups_default_statefulness',
    fields: {project_id: textOrNull, stateful: yes},
    created(record) {
      const {project_id: project = null} = record
      if (statefulness.find().some((one) => (one.project_id ?? null) === project))
        throw conflict(`A default statefulness already exists for project '${project ?? 'system-wide'}'.`)
      return record
    },
    view: ({id = null, project_id = null, stateful = null}) => ({id, project_id, stateful}),
  })
  return {...rules.routes, ...statefulness.routes}
}
