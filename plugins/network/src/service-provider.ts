import {type Columns, defineResource} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#service-providers
export const ServiceProvider = defineResource({
  noun: 'network service provider',
  service: 'network',
  path: '/service-providers',
  collection: 'service_providers',
})

export const serviceProviderColumns: Columns = {'Service Type': 'service_type', Name: 'name', Default: 'default'}
