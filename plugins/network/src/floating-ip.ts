import {Cells, type Columns, defineResource, fields, pick, type Row} from '@osc-cli/core'
import {withOptional} from '#optional'

// https://docs.openstack.org/api-ref/network/v2/#floating-ips-floatingips
export const FloatingIp = defineResource({
  noun: 'floating ip',
  service: 'network',
  path: '/floatingips',
  member: 'floatingip',
  collection: 'floatingips',
  updateMethod: 'PUT',
  nameKey: 'floating_ip_address',
  nameFilter: 'floating_ip_address',
})

const floatingIpFields = fields({
  created_at: 'created_at',
  description: 'description',
  dns_domain: 'dns_domain',
  dns_name: 'dns_name',
  fixed_ip_address: 'fixed_ip_address',
  floating_ip_address: 'floating_ip_address',
  floating_network_id: 'floating_network_id',
  id: 'id',
  name: 'floating_ip_address',
  port_details: ({port_details: value}) => Cells.dict(value),
  port_id: 'port_id',
  project_id: 'project_id',
  qos_policy_id: 'qos_policy_id',
  revision_number: 'revision_number',
  router_id: 'router_id',
  status: 'status',
  subnet_id: 'subnet_id',
  tags: 'tags',
  updated_at: 'updated_at',
})

export const shownFloatingIp = (row: Row): Columns => withOptional(floatingIpFields, row, ['port_forwardings'])

export const floatingIpColumns: Columns = pick(floatingIpFields, {
  ID: 'id',
  'Floating IP Address': 'floating_ip_address',
  'Fixed IP Address': 'fixed_ip_address',
  Port: 'port_id',
  'Floating Network': 'floating_network_id',
  Project: 'project_id',
})

export const longFloatingIpColumns: Columns = {
  ...floatingIpColumns,
  ...pick(floatingIpFields, {
    Router: 'router_id',
    Status: 'status',
    Description: 'description',
    Tags: 'tags',
    'DNS Name': 'dns_name',
    'DNS Domain': 'dns_domain',
  }),
}
