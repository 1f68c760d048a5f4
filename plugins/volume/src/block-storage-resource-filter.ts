import {Cells, defineResource, fields} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/block-storage/v3/#resource-filters
export const BlockStorageResourceFilter = defineResource({
  noun: 'block storage resource filter',
  service: 'block-storage',
  path: '/resource_filters',
  collection: 'resource_filters',
  newest: '3.33',
})

export const blockStorageResourceFilterFields = fields({
  Resource: 'resource',
  Filters: ({filters}) => Cells.list(filters),
})
