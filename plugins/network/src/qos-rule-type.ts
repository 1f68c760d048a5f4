import {type Columns, defineResource, fields} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#qos-rule-types
export const QosRuleTypes = defineResource({
  noun: 'network qos rule type',
  service: 'network',
  path: '/qos/rule-types',
  member: 'rule_type',
  collection: 'rule_types',
  by: 'id',
  idKey: 'type',
})

export const qosRuleTypeFields = fields({drivers: 'drivers', rule_type_name: 'type'})

export const qosRuleTypeColumns: Columns = {Type: 'type'}
