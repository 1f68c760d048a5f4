import {Cells, type Columns, fields, pick} from '@osc-cli/core'
import {allocationPools, hostRoutes, unsorted} from '#cells'

// https://docs.openstack.org/api-ref/network/v2/#subnets; the resource itself is Known.Subnet.
export const subnetFields = fields({
  allocation_pools: ({allocation_pools: pools}) => allocationPools(pools),
  cidr: 'cidr',
  created_at: 'created_at',
  description: 'description',
  dns_nameservers: ({dns_nameservers: servers}) => unsorted(servers),
  dns_publish_fixed_ip: 'dns_publish_fixed_ip',
  enable_dhcp: 'enable_dhcp',
  gateway_ip: 'gateway_ip',
  host_routes: ({host_routes: routes}) => hostRoutes(routes),
  id: 'id',
  ip_version: 'ip_version',
  ipv6_address_mode: 'ipv6_address_mode',
  ipv6_ra_mode: 'ipv6_ra_mode',
  name: 'name',
  network_id: 'network_id',
  project_id: 'project_id',
  revision_number: 'revision_number',
  segment_id: 'segment_id',
  service_types: ({service_types: value}) => Cells.list(value),
  subnetpool_id: 'subnetpool_id',
  tags: ({tags: value}) => Cells.list(value),
  updated_at: 'updated_at',
})

export const subnetColumns: Columns = pick(subnetFields, {
  ID: 'id',
  Name: 'name',
  Network: 'network_id',
  Subnet: 'cidr',
})

export const longSubnetColumns: Columns = {
  ...subnetColumns,
  ...pick(subnetFields, {
    Project: 'project_id',
    DHCP: 'enable_dhcp',
    'Name Servers': 'dns_nameservers',
    'Allocation Pools': 'allocation_pools',
    'Host Routes': 'host_routes',
    'IP Version': 'ip_version',
    Gateway: 'gateway_ip',
    'Service Types': 'service_types',
    Tags: 'tags',
  }),
}
