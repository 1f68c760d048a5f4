import {Cells, defineResource, fields, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/block-storage/v3/#consistency-groups-consistencygroups-deprecated
export const ConsistencyGroup = defineResource({
  noun: 'consistency group',
  service: 'block-storage',
  path: '/consistencygroups',
  listPath: '/consistencygroups/detail',
  member: 'consistencygroup',
  collection: 'consistencygroups',
  updateMethod: 'PUT',
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

const short = {ID: 'id', Status: 'status', Name: 'name'} as const
export const consistencyGroupColumns = pick(consistencyGroupFields, short)
export const consistencyGroupLongColumns = {
  ...pick(consistencyGroupFields, {
    ID: 'id',
    Status: 'status',
    'Availability Zone': 'availability_zone',
    Name: 'name',
    Description: 'description',
  }),
  ...fields({'Volume Types': ({volume_types}) => Cells.list(volume_types)}),
}
