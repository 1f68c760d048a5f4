import {type Columns, defineResource, fields, pick, type Row} from '@osc-cli/core'
import {withOptional} from '#optional'

// https://docs.openstack.org/api-ref/network/v2/#router-ndp-proxy-ndp-proxies
export const NdpProxy = defineResource({
  noun: 'router ndp proxy',
  service: 'network',
  path: '/ndp_proxies',
  member: 'ndp_proxy',
  collection: 'ndp_proxies',
  updateMethod: 'PUT',
})

const ndpProxyFields = fields({
  created_at: 'created_at',
  description: 'description',
  id: 'id',
  ip_address: 'ip_address',
  name: 'name',
  port_id: 'port_id',
  project_id: 'project_id',
  revision_number: 'revision_number',
  router_id: 'router_id',
  updated_at: 'updated_at',
})

export const shownNdpProxy = (row: Row): Columns => withOptional(ndpProxyFields, row, ['tenant_id'])

export const ndpProxyColumns: Columns = pick(ndpProxyFields, {
  ID: 'id',
  Name: 'name',
  'Router ID': 'router_id',
  'IP Address': 'ip_address',
  Project: 'project_id',
})
