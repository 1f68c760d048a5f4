import {defineResource} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#segments
export const Segment = defineResource({
  noun: 'network segment',
  service: 'network',
  path: '/segments',
  member: 'segment',
  collection: 'segments',
  updateMethod: 'PUT',
})
