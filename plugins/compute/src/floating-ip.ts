import {defineResource} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#floating-ips-floatingips
export const FloatingIp = defineResource({
  noun: 'floating IP',
  service: 'network',
  path: '/floatingips',
  member: 'floatingip',
  collection: 'floatingips',
  nameFilter: 'floating_ip_address',
  nameKey: 'floating_ip_address',
  updateMethod: 'PUT',
})
