import {Cells, type Columns, defineResource, fields, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#network-ip-availability-and-usage-stats
export const IpAvailability = defineResource({
  noun: 'ip availability',
  service: 'network',
  path: '/network-ip-availabilities',
  member: 'network_ip_availability',
  collection: 'network_ip_availabilities',
  idKey: 'network_id',
})

export const ipAvailabilityFields = fields({
  network_id: 'network_id',
  network_name: 'network_name',
  project_id: 'project_id',
  subnet_ip_availability: ({subnet_ip_availability: value}) => Cells.dicts(value),
  total_ips: 'total_ips',
  used_ips: 'used_ips',
})

export const ipAvailabilityColumns: Columns = pick(ipAvailabilityFields, {
  'Network ID': 'network_id',
  'Network Name': 'network_name',
  'Total IPs': 'total_ips',
  'Used IPs': 'used_ips',
})
