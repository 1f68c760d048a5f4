import {Cells, type Columns, defineResource, fields, pick, type Row} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#bgp-mpls-vpn-interconnection
export const Bgpvpn = defineResource({
  noun: 'bgpvpn',
  service: 'network',
  path: '/bgpvpn/bgpvpns',
  member: 'bgpvpn',
  collection: 'bgpvpns',
  updateMethod: 'PUT',
})

const bgpvpnFields = fields({
  export_targets: ({export_targets: value}) => Cells.list(value),
  id: 'id',
  import_targets: ({import_targets: value}) => Cells.list(value),
  local_pref: 'local_pref',
  name: 'name',
  networks: ({networks: value}) => Cells.list(value),
  ports: ({ports: value}) => Cells.list(value),
  project_id: 'project_id',
  route_distinguishers: ({route_distinguishers: value}) => Cells.list(value),
  route_targets: ({route_targets: value}) => Cells.list(value),
  routers: ({routers: value}) => Cells.list(value),
  type: 'type',
  vni: 'vni',
})

const {ports: _, ...withoutPorts} = bgpvpnFields

/** Ports are shown where the extension `bgpvpn-routes-control` sends them. */
export const shownBgpvpn = (row: Row): Columns => (row.ports === undefined ? withoutPorts : bgpvpnFields)

export const bgpvpnColumns: Columns = pick(bgpvpnFields, {ID: 'id', Name: 'name', Type: 'type'})

export const longBgpvpnColumns: Columns = pick(bgpvpnFields, {
  ID: 'id',
  Project: 'project_id',
  Name: 'name',
  Type: 'type',
  'Route Targets': 'route_targets',
  'Import Targets': 'import_targets',
  'Export Targets': 'export_targets',
  'Route Distinguishers': 'route_distinguishers',
  'Associated Networks': 'networks',
  'Associated Routers': 'routers',
  'Associated Ports': 'ports',
  VNI: 'vni',
  'Local Pref': 'local_pref',
})
