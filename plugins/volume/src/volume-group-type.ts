import {Cells, defineResource, fields, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/block-storage/v3/#group-types-group-types
export const VolumeGroupType = defineResource({
  noun: 'volume group type',
  service: 'block-storage',
  path: '/group_types',
  // Without it the list has only public types, also for administrators.
  listQuery: {is_public: 'None'},
  member: 'group_type',
  collection: 'group_types',
  updateMethod: 'PUT',
  newest: '3.11',
})

export const volumeGroupTypeFields = fields({
  ID: 'id',
  Name: 'name',
  Description: 'description',
  'Is Public': 'is_public',
  Properties: ({group_specs}) => Cells.dict(group_specs),
})

export const volumeGroupTypeColumns = pick(volumeGroupTypeFields, {
  ID: 'ID',
  Name: 'Name',
  'Is Public': 'Is Public',
  'Group Specs': 'Properties',
})
