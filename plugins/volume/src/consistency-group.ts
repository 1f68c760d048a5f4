import {defineResource} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/block-storage/v3/#consistency-groups-consistencygroups-deprecated
export const ConsistencyGroup = defineResource({
  noun: 'consistency group',
  service: 'block-storage',
  path: '/consistencygroups',
  listPath: '/consistencygroups/detail',
  member: 'consistencygroup',
  collection: 'consistencygroups',
})
