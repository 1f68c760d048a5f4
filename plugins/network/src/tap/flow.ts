import {type Columns, defineResource, fields, pick, type Row} from '@osc-cli/core'
import {withOptional} from '#optional'

// https://docs.openstack.org/api-ref/network/v2/#tap-as-a-service
export const TapFlow = defineResource({
  noun: 'tap flow',
  service: 'network',
  path: '/taas/tap_flows',
  member: 'tap_flow',
  collection: 'tap_flows',
  updateMethod: 'PUT',
})

const tapFlowFields = fields({
  description: 'description',
  direction: 'direction',
  id: 'id',
  name: 'name',
  project_id: 'project_id',
  source_port: 'source_port',
  status: 'status',
  tap_service_id: 'tap_service_id',
})

export const shownTapFlow = (row: Row): Columns => withOptional(tapFlowFields, row, ['vlan_filter'])

export const tapFlowColumns: Columns = pick(tapFlowFields, {
  ID: 'id',
  Tenant: 'project_id',
  Name: 'name',
  Status: 'status',
  source_port: 'source_port',
  tap_service_id: 'tap_service_id',
  Direction: 'direction',
})
