import {defineResource, fields, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/block-storage/v3/#group-snapshots-group-snapshots
export const VolumeGroupSnapshot = defineResource({
  noun: 'volume group snapshot',
  service: 'block-storage',
  path: '/group_snapshots',
  listPath: '/group_snapshots/detail',
  member: 'group_snapshot',
  collection: 'group_snapshots',
  newest: '3.29',
})

export const volumeGroupSnapshotFields = fields({
  ID: 'id',
  Status: 'status',
  Name: 'name',
  Description: 'description',
  Group: 'group_id',
  'Group Type': 'group_type_id',
})

export const volumeGroupSnapshotColumns = pick(volumeGroupSnapshotFields, {ID: 'ID', Status: 'Status', Name: 'Name'})
