import {Cells, defineResource, fields, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/block-storage/v3/#consistency-groups-consistencygroups-deprecated
export const ConsistencyGroup = defineResource({
  noun: 'consistency group',
  service: 'block-storage',
  path: '/consistencygroups',
  listPath: '/consistencygroups/detail',
  member: 'consistencygroup',
  collection: 'consistencygroups',
})

export const consistencyGroupFields = fields({
  availability_zone: 'availability_zone',
  created_at: 'created_at',
  description: 'description',
  id: 'id',
  name: 'name',
  status: 'status',
  volume_types: 'volume_types',
})

const listed = {
  ...consistencyGroupFields,
  volume_types: ({volume_types}: Parameters<typeof consistencyGroupFields.id>[0]) => Cells.list(volume_types),
}
export const consistencyGroupColumns = pick(listed, {ID: 'id', Status: 'status', Name: 'name'})
export const consistencyGroupLongColumns = pick(listed, {
  ID: 'id',
  Status: 'status',
  'Availability Zone': 'availability_zone',
  Name: 'name',
  Description: 'description',
  'Volume Types': 'volume_types',
})
