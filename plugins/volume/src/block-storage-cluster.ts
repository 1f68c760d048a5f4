import {defineResource, fields, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/block-storage/v3/#clusters
export const BlockStorageCluster = defineResource({
  noun: 'block storage cluster',
  service: 'block-storage',
  path: '/clusters',
  member: 'cluster',
  collection: 'clusters',
  by: 'id',
  newest: '3.26',
})

export const blockStorageClusterFields = fields({
  Name: 'name',
  Binary: 'binary',
  State: 'state',
  Status: 'status',
  'Disabled Reason': 'disabled_reason',
  Hosts: 'num_hosts',
  'Down Hosts': 'num_down_hosts',
  'Last Heartbeat': 'last_heartbeat',
  'Created At': 'created_at',
  'Updated At': 'updated_at',
  'Replication Status': 'replication_status',
  Frozen: 'frozen',
  'Active Backend ID': 'active_backend_id',
})

const short = {Name: 'Name', Binary: 'Binary', State: 'State', Status: 'Status'} as const
export const blockStorageClusterColumns = pick(blockStorageClusterFields, short)
export const blockStorageClusterLongColumns = pick(blockStorageClusterFields, {
  ...short,
  'Num Hosts': 'Hosts',
  'Num Down Hosts': 'Down Hosts',
  'Last Heartbeat': 'Last Heartbeat',
  'Disabled Reason': 'Disabled Reason',
  'Created At': 'Created At',
  'Updated At': 'Updated At',
})
