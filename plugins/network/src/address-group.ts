import {defineResource} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#address-groups
export const AddressGroup = defineResource({
  noun: 'address group',
  service: 'network',
  path: '/address-groups',
  member: 'address_group',
  collection: 'address_groups',
  updateMethod: 'PUT',
})
