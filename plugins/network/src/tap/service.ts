import {type Columns, defineResource, fields, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#tap-as-a-service
export const TapService = defineResource({
  noun: 'tap service',
  service: 'network',
  path: '/taas/tap_services',
  member: 'tap_service',
  collection: 'tap_services',
  updateMethod: 'PUT',
})

export const tapServiceFields = fields({
  description: 'description',
  id: 'id',
  name: 'name',
  port_id: 'port_id',
  project_id: 'project_id',
  status: 'status',
})

export const tapServiceColumns: Columns = pick(tapServiceFields, {
  ID: 'id',
  Tenant: 'project_id',
  Name: 'name',
  Port: 'port_id',
  Status: 'status',
})
