import {Cells, type Columns, defineResource, fields, type Json, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#subnet-pools-extension-subnetpools
export const SubnetPool = defineResource({
  noun: 'subnet pool',
  service: 'network',
  path: '/subnetpools',
  member: 'subnetpool',
  collection: 'subnetpools',
  updateMethod: 'PUT',
})

/** Neutron sends prefix lengths as strings. */
const asNumber = (value: Json | undefined): Json => (typeof value === 'string' ? Number(value) : (value ?? null))

export const subnetPoolFields = fields({
  address_scope_id: 'address_scope_id',
  created_at: 'created_at',
  default_prefixlen: ({default_prefixlen: value}) => asNumber(value),
  default_quota: ({default_quota: value}) => asNumber(value),
  description: 'description',
  id: 'id',
  ip_version: 'ip_version',
  is_default: 'is_default',
  max_prefixlen: ({max_prefixlen: value}) => asNumber(value),
  min_prefixlen: ({min_prefixlen: value}) => asNumber(value),
  name: 'name',
  prefixes: ({prefixes: value}) => Cells.list(value),
  project_id: 'project_id',
  revision_number: 'revision_number',
  shared: 'shared',
  tags: ({tags: value}) => Cells.list(value),
  updated_at: 'updated_at',
})

export const subnetPoolColumns: Columns = pick(subnetPoolFields, {ID: 'id', Name: 'name', Prefixes: 'prefixes'})

export const longSubnetPoolColumns: Columns = {
  ...subnetPoolColumns,
  ...pick(subnetPoolFields, {
    'Default Prefix Length': 'default_prefixlen',
    'Address Scope': 'address_scope_id',
    'Default Subnet Pool': 'is_default',
    Shared: 'shared',
    Tags: 'tags',
  }),
}
