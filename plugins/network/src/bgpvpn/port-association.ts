import {
  asArray,
  asObject,
  asText,
  Cells,
  type Columns,
  defineResource,
  Flags,
  fields,
  type Json,
  pick,
  type Row,
} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#bgp-mpls-vpn-interconnection
export const PortAssociation = defineResource({
  noun: 'bgpvpn port association',
  service: 'network',
  path: '/bgpvpn/bgpvpns/{bgpvpn}/port_associations',
  member: 'port_association',
  collection: 'port_associations',
  updateMethod: 'PUT',
  by: 'id',
})

export const portAssociationFields = fields({
  advertise_fixed_ips: 'advertise_fixed_ips',
  id: 'id',
  port_id: 'port_id',
  project_id: 'project_id',
  // `openstack` prints an empty text for no routes, in JSON too.
  routes: ({routes: value}) => (asArray(value).length === 0 ? '' : Cells.dicts(value)),
})

export const portAssociationColumns: Columns = pick(portAssociationFields, {ID: 'id', 'Port ID': 'port_id'})

/** The routes of one type, each with its LOCAL_PREF if it has one: `10.9.0.0/16 (100)`. */
const routesOf = (type: string, key: string) => (row: Row) =>
  Cells.list(
    asArray(row.routes)
      .map(asObject)
      .filter((route) => route.type === type)
      .map((route) => `${asText(route[key]) ?? ''}${preference(route.local_pref)}`),
  )

const preference = (value: Json | undefined) => (value ? ` (${asText(value)})` : '')

export const longPortAssociationColumns: Columns = {
  ...pick(portAssociationFields, {ID: 'id', Project: 'project_id', 'Port ID': 'port_id'}),
  'Prefix Routes (BGP LOCAL_PREF)': routesOf('prefix', 'prefix'),
  'BGP VPN Routes (BGP LOCAL_PREF)': routesOf('bgpvpn', 'bgpvpn_id'),
  "Advertise Port's Fixed IPs": 'advertise_fixed_ips',
}

/** The two options that say whether fixed IPs are advertised; `unset` reverses what they mean. */
export const fixedIpsFlags = (on: string, off: string) =>
  Flags.choices({'advertise-fixed-ips': on, 'no-advertise-fixed-ips': off})

/** Whether fixed IPs are advertised after a `create` or a `set`; undefined if it was not said. */
export const advertisesFixedIps = (flags: Readonly<Record<string, unknown>>): boolean | undefined =>
  Flags.chosen(flags, {'advertise-fixed-ips': true, 'no-advertise-fixed-ips': false})
