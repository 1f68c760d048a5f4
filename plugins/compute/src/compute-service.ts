import {defineResource} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/compute/#compute-services-os-services
export const ComputeService = defineResource({
  noun: 'compute service',
  service: 'compute',
  path: '/os-services',
  member: 'service',
  collection: 'services',
  by: 'id',
  newest: '2.69',
})
