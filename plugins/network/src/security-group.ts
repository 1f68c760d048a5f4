import {type Columns, fields, pick} from '@osc-cli/core'
import {ruleList} from '#cells'

// https://docs.openstack.org/api-ref/network/v2/#security-groups-security-groups; the resource itself is Known.SecurityGroup.
export const securityGroupFields = fields({
  created_at: 'created_at',
  description: 'description',
  id: 'id',
  is_shared: 'shared',
  name: 'name',
  project_id: 'project_id',
  revision_number: 'revision_number',
  rules: ({security_group_rules: rules}) => ruleList(rules),
  stateful: 'stateful',
  tags: 'tags',
  updated_at: 'updated_at',
})

export const securityGroupColumns: Columns = pick(securityGroupFields, {
  ID: 'id',
  Name: 'name',
  Description: 'description',
  Project: 'project_id',
  Tags: 'tags',
  Shared: 'is_shared',
})
