import {type Columns, defineResource, fields, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#metering-labels-and-rules
export const Meter = defineResource({
  noun: 'network meter',
  service: 'network',
  path: '/metering/metering-labels',
  member: 'metering_label',
  collection: 'metering_labels',
})

export const meterFields = fields({
  description: 'description',
  id: 'id',
  name: 'name',
  project_id: 'project_id',
  shared: 'shared',
})

export const meterColumns: Columns = {
  ...pick(meterFields, {ID: 'id', Name: 'name', Description: 'description'}),
  // `openstack` reads an attribute that the SDK does not have, and prints nothing.
  Shared: () => '',
}

// https://docs.openstack.org/api-ref/network/v2/#metering-labels-and-rules
export const MeterRule = defineResource({
  noun: 'network meter rule',
  service: 'network',
  path: '/metering/metering-label-rules',
  member: 'metering_label_rule',
  collection: 'metering_label_rules',
  by: 'id',
})

export const meterRuleFields = fields({
  destination_ip_prefix: 'destination_ip_prefix',
  direction: 'direction',
  id: 'id',
  is_excluded: 'excluded',
  metering_label_id: 'metering_label_id',
  name: 'name',
  project_id: 'project_id',
  remote_ip_prefix: 'remote_ip_prefix',
  source_ip_prefix: 'source_ip_prefix',
})

export const meterRuleColumns: Columns = {
  ...pick(meterRuleFields, {ID: 'id'}),
  // Also an attribute that the SDK does not have.
  Excluded: () => '',
  ...pick(meterRuleFields, {
    Direction: 'direction',
    'Remote IP Prefix': 'remote_ip_prefix',
    'Source IP Prefix': 'source_ip_prefix',
    'Destination IP Prefix': 'destination_ip_prefix',
  }),
}
