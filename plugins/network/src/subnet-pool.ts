import {defineResource} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#subnet-pools-extension-subnetpools
export const SubnetPool = defineResource({
  noun: 'subnet pool',
  service: 'network',
  path: '/subnetpools',
  member: 'subnetpool',
  collection: 'subnetpools',
  updateMethod: 'PUT',
})
