import {type Columns, defineResource, Flags, fields, pick} from '@osc-cli/core'

// neutron-lib, security_groups_default_statefulness: the same key for one setting and for a list of them.
export const DefaultStatefulness = defineResource({
  noun: 'security group default statefulness',
  service: 'network',
  path: '/security-groups-default-statefulness',
  member: 'security_groups_default_statefulness',
  collection: 'security_groups_default_statefulness',
  updateMethod: 'PUT',
  by: 'id',
})

export const statefulnessFields = fields({id: 'id', project_id: 'project_id', stateful: 'stateful'})

export const statefulnessColumns: Columns = pick(statefulnessFields, {
  ID: 'id',
  'Project ID': 'project_id',
  Stateful: 'stateful',
})

const exactlyOne = ['stateful', 'stateless']

/** The options that `create` and `set` share. Read with `isStateful`. */
export const statefulnessFlags = {
  stateful: Flags.boolean({description: 'Make new security groups stateful', exactlyOne}),
  stateless: Flags.boolean({description: 'Make new security groups stateless', exactlyOne}),
}

export const isStateful = (flags: Readonly<Record<string, unknown>>): boolean | undefined =>
  Flags.chosen(flags, {stateful: true, stateless: false})
