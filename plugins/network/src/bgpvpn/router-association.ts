import {type Columns, defineResource, Flags, fields, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#bgp-mpls-vpn-interconnection
export const RouterAssociation = defineResource({
  noun: 'bgpvpn router association',
  service: 'network',
  path: '/bgpvpn/bgpvpns/{bgpvpn}/router_associations',
  member: 'router_association',
  collection: 'router_associations',
  updateMethod: 'PUT',
  by: 'id',
})

export const routerAssociationFields = fields({
  advertise_extra_routes: 'advertise_extra_routes',
  id: 'id',
  project_id: 'project_id',
  router_id: 'router_id',
})

export const routerAssociationColumns: Columns = pick(routerAssociationFields, {ID: 'id', 'Router ID': 'router_id'})

export const longRouterAssociationColumns: Columns = pick(routerAssociationFields, {
  ID: 'id',
  Project: 'project_id',
  'Router ID': 'router_id',
  'Advertise extra routes': 'advertise_extra_routes',
})

/** The two options that say whether extra routes are advertised; `unset` reverses what they mean. */
export const extraRoutesFlags = (on: string, off: string) =>
  Flags.choices({advertise_extra_routes: on, 'no-advertise_extra_routes': off})

/** Whether extra routes are advertised after a `create` or a `set`; undefined if it was not said. */
export const advertisesExtraRoutes = (flags: Readonly<Record<string, unknown>>): boolean | undefined =>
  Flags.chosen(flags, {advertise_extra_routes: true, 'no-advertise_extra_routes': false})
