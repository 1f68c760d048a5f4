import {type Columns, defineResource, fields, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#networking-flavors-framework-v2-0-current-flavor-service-profile
export const NetworkFlavor = defineResource({
  noun: 'network flavor',
  service: 'network',
  path: '/flavors',
  member: 'flavor',
  collection: 'flavors',
  updateMethod: 'PUT',
})

export const networkFlavorFields = fields({
  description: 'description',
  enabled: 'enabled',
  id: 'id',
  name: 'name',
  service_profile_ids: 'service_profiles',
  service_type: 'service_type',
})

export const networkFlavorColumns: Columns = pick(networkFlavorFields, {
  ID: 'id',
  Name: 'name',
  Enabled: 'enabled',
  'Service Type': 'service_type',
  Description: 'description',
})
