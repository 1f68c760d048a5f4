import {Cells, type Columns, fields, type Json, pick, type Row} from '@osc-cli/core'
import {asPythonJson, hostRoutes} from '#cells'
import {withOptional} from '#optional'

// https://docs.openstack.org/api-ref/network/v2/#routers-routers; the resource itself is Known.Router.
export const routerFields = fields({
  admin_state_up: ({admin_state_up: value}) => Cells.upDown(value),
  availability_zone_hints: ({availability_zone_hints: value}) => Cells.list(value),
  availability_zones: ({availability_zones: value}) => Cells.list(value),
  created_at: 'created_at',
  description: 'description',
  enable_ndp_proxy: 'enable_ndp_proxy',
  external_gateway_info: ({external_gateway_info: info}) => asPythonJson(info),
  flavor_id: 'flavor_id',
  id: 'id',
  name: 'name',
  project_id: 'project_id',
  revision_number: 'revision_number',
  routes: ({routes}) => hostRoutes(routes),
  status: 'status',
  tags: ({tags: value}) => Cells.list(value),
  updated_at: 'updated_at',
})

/** The fields of one router. Those that depend on an extension of Neutron are left out without it. */
export function shownRouter(router: Row): Columns {
  const optional: Columns = {
    ...(isSet(router.distributed) && {distributed: 'distributed'}),
    ...(isSet(router.ha) && {ha: 'ha'}),
    ...(isSet(router.evpn_vni) && {evpn_vni: 'evpn_vni'}),
    ...(router.interfaces_info !== undefined && {
      interfaces_info: ({interfaces_info: interfaces}) => asPythonJson(interfaces),
    }),
  }
  return withOptional({...routerFields, ...optional}, router, ['conntrack_helpers'])
}

const isSet = (value: Json | undefined) => value !== undefined && value !== null

/** The columns of a list: what not every router shows has a column when one of them has it. */
export function routerColumns(routers: readonly Row[]): Columns {
  return {
    ...pick(routerFields, {ID: 'id', Name: 'name', Status: 'status', State: 'admin_state_up', Project: 'project_id'}),
    ...(routers.some(({distributed}) => isSet(distributed)) && {Distributed: ({distributed}) => distributed ?? null}),
    ...(routers.some(({ha}) => isSet(ha)) && {HA: ({ha}) => ha ?? null}),
  }
}
