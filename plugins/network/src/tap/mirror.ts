import {type Columns, defineResource, fields, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#tap-as-a-service
export const TapMirror = defineResource({
  noun: 'tap mirror',
  service: 'network',
  path: '/taas/tap_mirrors',
  member: 'tap_mirror',
  collection: 'tap_mirrors',
  updateMethod: 'PUT',
})

export const tapMirrorFields = fields({
  description: 'description',
  directions: 'directions',
  id: 'id',
  mirror_type: 'mirror_type',
  name: 'name',
  port_id: 'port_id',
  project_id: 'project_id',
  remote_ip: 'remote_ip',
})

export const tapMirrorColumns: Columns = pick(tapMirrorFields, {
  ID: 'id',
  Tenant: 'project_id',
  Name: 'name',
  Port: 'port_id',
  Directions: 'directions',
  'Remote IP': 'remote_ip',
  'Mirror Type': 'mirror_type',
})
