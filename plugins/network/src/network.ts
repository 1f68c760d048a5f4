import {Cells, type Columns, fields, pick} from '@osc-cli/core'
import {routerType} from '#cells'

// https://docs.openstack.org/api-ref/network/v2/#networks; the resource itself is Known.Network.
export const networkFields = fields({
  admin_state_up: ({admin_state_up: value}) => Cells.upDown(value),
  availability_zone_hints: ({availability_zone_hints: value}) => Cells.list(value),
  availability_zones: ({availability_zones: value}) => Cells.list(value),
  created_at: 'created_at',
  description: 'description',
  dns_domain: 'dns_domain',
  id: 'id',
  ipv4_address_scope: 'ipv4_address_scope',
  ipv6_address_scope: 'ipv6_address_scope',
  is_default: 'is_default',
  is_vlan_qinq: 'vlan_qinq',
  is_vlan_transparent: 'vlan_transparent',
  l2_adjacency: 'l2_adjacency',
  mtu: 'mtu',
  name: 'name',
  port_security_enabled: 'port_security_enabled',
  project_id: 'project_id',
  'provider:network_type': 'provider:network_type',
  'provider:physical_network': 'provider:physical_network',
  'provider:segmentation_id': 'provider:segmentation_id',
  pvlan: 'pvlan',
  qos_policy_id: 'qos_policy_id',
  revision_number: 'revision_number',
  'router:external': ({'router:external': value}) => routerType(value),
  segments: 'segments',
  shared: 'shared',
  status: 'status',
  subnets: ({subnets: value}) => Cells.list(value),
  tags: ({tags: value}) => Cells.list(value),
  updated_at: 'updated_at',
})

export const networkColumns: Columns = pick(networkFields, {ID: 'id', Name: 'name', Subnets: 'subnets'})

export const longNetworkColumns: Columns = pick(networkFields, {
  ID: 'id',
  Name: 'name',
  Status: 'status',
  Project: 'project_id',
  State: 'admin_state_up',
  Shared: 'shared',
  Subnets: 'subnets',
  'Network Type': 'provider:network_type',
  'Router Type': 'router:external',
  'Availability Zones': 'availability_zones',
  Tags: 'tags',
})
