import {type Columns, defineResource, fields} from '@osc-cli/core'
import {columnsOf} from '#columns-of'

// https://docs.openstack.org/api-ref/network/v2/#vpn-endpoint-groups
export const EndpointGroup = defineResource({
  noun: 'vpn endpoint group',
  service: 'network',
  path: '/vpn/endpoint-groups',
  member: 'endpoint_group',
  collection: 'endpoint_groups',
  updateMethod: 'PUT',
})

export const endpointGroupFields = fields({
  Description: 'description',
  Endpoints: 'endpoints',
  ID: 'id',
  Name: 'name',
  Project: 'project_id',
  Type: 'type',
})

export const endpointGroupColumns = columnsOf(endpointGroupFields, 'ID', 'Name', 'Type', 'Endpoints')

export const longEndpointGroupColumns: Columns = {
  ...endpointGroupColumns,
  ...columnsOf(endpointGroupFields, 'Description', 'Project'),
}
