import {type Columns, defineResource, fields, pick, type Row} from '@osc-cli/core'
import {withOptional} from '#optional'
import {remoteRange, ruleColumns} from '#security-group-rule'

// https://docs.openstack.org/api-ref/network/v2/#security-group-default-rules-security-group-default-rules
export const DefaultRule = defineResource({
  noun: 'default security group rule',
  service: 'network',
  path: '/default-security-group-rules',
  member: 'default_security_group_rule',
  collection: 'default_security_group_rules',
  by: 'id',
})

const defaultRuleFields = fields({
  description: 'description',
  direction: 'direction',
  ether_type: 'ethertype',
  id: 'id',
  port_range_max: 'port_range_max',
  port_range_min: 'port_range_min',
  protocol: 'protocol',
  remote_address_group_id: 'remote_address_group_id',
  remote_group_id: 'remote_group_id',
  remote_ip_prefix: 'remote_ip_prefix',
  used_in_default_sg: 'used_in_default_sg',
  used_in_non_default_sg: 'used_in_non_default_sg',
})

export const createdDefaultRule = (row: Row): Columns =>
  withOptional(defaultRuleFields, row, ['created_at', 'updated_at'])

/** The fields of `show`, which prints a range also for rules without one. */
export const shownDefaultRule = (row: Row): Columns => ({...createdDefaultRule(row), remote_ip_prefix: remoteRange})

export const defaultRuleColumns: Columns = {
  ...ruleColumns,
  ...pick(defaultRuleFields, {
    'Used in default Security Group': 'used_in_default_sg',
    'Used in custom Security Group': 'used_in_non_default_sg',
  }),
}
