import {defineResource, fields, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/block-storage/v3/#generic-volume-groups-groups
export const VolumeGroup = defineResource({
  noun: 'volume group',
  service: 'block-storage',
  path: '/groups',
  listPath: '/groups/detail',
  member: 'group',
  collection: 'groups',
  updateMethod: 'PUT',
  newest: '3.38',
})

export const volumeGroupFields = fields({
  ID: 'id',
  Status: 'status',
  Name: 'name',
  Description: 'description',
  'Group Type': 'group_type',
  'Volume Types': 'volume_types',
  'Availability Zone': 'availability_zone',
  'Created At': 'created_at',
  Volumes: 'volumes',
  'Group Snapshot ID': 'group_snapshot_id',
  'Source Group ID': 'source_group_id',
})

/** What `show --replication-targets` prints besides. */
export const replicationTargetFields = fields({'Replication Targets': 'replication_targets'})

export const volumeGroupColumns = pick(volumeGroupFields, {ID: 'ID', Status: 'Status', Name: 'Name'})
