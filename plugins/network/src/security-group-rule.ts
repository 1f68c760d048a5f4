import {type Columns, defineResource, fields, type Json, pick, type Row} from '@osc-cli/core'
import {withOptional} from '#optional'
import {isIcmp} from '#rule-body'

// https://docs.openstack.org/api-ref/network/v2/#security-group-rules-security-group-rules
export const SecurityGroupRule = defineResource({
  noun: 'security group rule',
  service: 'network',
  path: '/security-group-rules',
  member: 'security_group_rule',
  collection: 'security_group_rules',
  by: 'id',
})

const ruleFields = fields({
  created_at: 'created_at',
  description: 'description',
  direction: 'direction',
  ether_type: 'ethertype',
  id: 'id',
  port_range_max: 'port_range_max',
  port_range_min: 'port_range_min',
  project_id: 'project_id',
  protocol: 'protocol',
  remote_address_group_id: 'remote_address_group_id',
  remote_group_id: 'remote_group_id',
  remote_ip_prefix: 'remote_ip_prefix',
  revision_number: 'revision_number',
  security_group_id: 'security_group_id',
  updated_at: 'updated_at',
})

export const shownRule = (row: Row): Columns => withOptional(ruleFields, row, ['normalized_cidr'])

/** `22:22`; `type=8:code=0` for ICMP; empty for all ports. */
function portRange({protocol, port_range_min: from, port_range_max: to}: Row): string {
  if (isIcmp(protocol)) return `${from ? `type=${from}` : ''}${to ? `:code=${to}` : ''}`
  return from || to ? `${from ?? to}:${to ?? from}` : ''
}

/** The range of a rule; a rule without one is for all addresses of its IP version. */
export const remoteRange = ({remote_ip_prefix: range, ethertype}: Row): Json =>
  range ?? (ethertype === 'IPv4' ? '0.0.0.0/0' : ethertype === 'IPv6' ? '::/0' : null)

export const ruleColumns: Columns = {
  ...pick(ruleFields, {ID: 'id', 'IP Protocol': 'protocol', Ethertype: 'ether_type'}),
  'IP Range': remoteRange,
  'Port Range': portRange,
  ...pick(ruleFields, {
    Direction: 'direction',
    'Remote Security Group': 'remote_group_id',
    'Remote Address Group': 'remote_address_group_id',
  }),
}
