import {Cells, defineResource, fields, type Microversion} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/compute/#server-groups-os-server-groups
export const ServerGroup = defineResource({
  noun: 'server group',
  service: 'compute',
  path: '/os-server-groups',
  member: 'server_group',
  collection: 'server_groups',
  // Since microversion 2.75 Nova refuses filters that it does not know.
  nameFilter: false,
  newest: '2.64',
})

export const serverGroupFields = fields({
  id: 'id',
  members: ({members}) => Cells.list(members),
  name: 'name',
  policies: ({policies}) => Cells.list(policies),
  policy: 'policy',
  project_id: 'project_id',
  rules: ({rules}) => Cells.dict(rules),
  user_id: 'user_id',
})

/** A group has one policy with rules since 2.64, before a list of policies. */
export function shownServerGroup(version: Microversion) {
  const {id, members, name, policies, policy, project_id, rules, user_id} = serverGroupFields
  return version.atLeast('2.64')
    ? {id, members, name, policy, project_id, rules, user_id}
    : {id, members, name, policies, project_id, user_id}
}
