import {defineResource} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#networking-flavors-framework-v2-0-current-flavor-service-profile
export const NetworkFlavor = defineResource({
  noun: 'network flavor',
  service: 'network',
  path: '/flavors',
  member: 'flavor',
  collection: 'flavors',
  updateMethod: 'PUT',
})
