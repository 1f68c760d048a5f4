import {defineResource, fields, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/block-storage/v3/#consistency-group-snapshots-cgsnapshots-deprecated
export const ConsistencyGroupSnapshot = defineResource({
  noun: 'consistency group snapshot',
  service: 'block-storage',
  path: '/cgsnapshots',
  listPath: '/cgsnapshots/detail',
  member: 'cgsnapshot',
  collection: 'cgsnapshots',
})

export const consistencyGroupSnapshotFields = fields({
  consistencygroup_id: 'consistencygroup_id',
  created_at: 'created_at',
  description: 'description',
  id: 'id',
  name: 'name',
  status: 'status',
})

const short = {ID: 'id', Status: 'status', Name: 'name'} as const
export const consistencyGroupSnapshotColumns = pick(consistencyGroupSnapshotFields, short)
export const consistencyGroupSnapshotLongColumns = pick(consistencyGroupSnapshotFields, {
  ID: 'id',
  Status: 'status',
  'ConsistencyGroup ID': 'consistencygroup_id',
  Name: 'name',
  Description: 'description',
  'Created At': 'created_at',
})
