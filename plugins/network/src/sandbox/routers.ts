import {asArray, asObject, type Json, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call, conflict, type RestRecords, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'
import {list, neutronCollection, yes} from '#sandbox/collection'
import type {Networks} from '#sandbox/networks'
import {routerServices} from '#sandbox/router-services'

/** Routers, whose interfaces are ports, and their other services. */
export function routers(cloud: SandboxCloud, {subnets}: Networks, ports: RestRecords): Routes {
  const records = neutronCollection(cloud, {
    path: '/routers',
    member: 'router',
    collection: 'routers',
    fields: {
      admin_state_up: yes,
      routes: list,
      external_gateway_info: {type: 'object', nullable: true},
      external_gateways: list,
    },
    filters: ['status', 'admin_state_up'],
    created: ({external_gateway_info: one, external_gateways: several, ...record}) => ({
      ...record,
      status: 'ACTIVE',
      ...gateways(asArray(several).length > 0 ? several : [one ?? null]),
    }),
    changed: (record, changes) => ({
      ...record,
      ...changes,
      ...('external_gateway_info' in changes && gateways([changes.external_gateway_info ?? null])),
      ...('external_gateways' in changes && gateways(changes.external_gateways)),
    }),
    beforeDelete({id}) {
      const attached = ports.find({device_id: String(id)}).map((port) => port.id)
      if (attached.length > 0) throw conflict(`Router ${id} has ports still attached: ${attached.join(', ')}`)
    },
  })
  const changeRoutes = (change: (routes: Json[], given: Json[]) => Json[]) => (call: Call) => {
    const router = records.own(call)
    const routes = change(asArray(router.routes), asArray(asObject(call.body.router).routes))
    return {body: records.body(records.put({...router, routes}), call)}
  }
  const changeGateways = (change: (has: Json[], given: Json[]) => Json[]) => (call: Call) => {
    const router = records.own(call)
    const given = asArray(asObject(call.body.router).external_gateways)
    const changed = records.put({...router, ...gateways(change(asArray(router.external_gateways), given))})
    return {body: records.body(changed, call)}
  }
  return {
    ...records.routes,
    ...routerServices(cloud, records),
    'PUT /v2.0/routers/:id/add_router_interface'(call) {
      const router = records.own(call)
      const port = call.body.port_id ? ports.get(String(call.body.port_id)) : portOn(String(call.body.subnet_id))
      if (!port) throw badRequest('Either subnet_id or port_id must be specified.')
      const subnetIds = asArray(port.fixed_ips).map((one) => asObject(one).subnet_id)
      for (const other of ports.find({device_id: String(router.id)}))
        for (const {subnet_id: id} of asArray(other.fixed_ips).map(asObject))
          if (subnetIds.includes(id)) throw badRequest(`Bad router request: Router already has a port on subnet ${id}.`)
      ports.put({...port, device_id: String(router.id), device_owner: 'network:router_interface', status: 'ACTIVE'})
      return {body: {id: String(router.id), port_id: String(port.id)}}
    },
    'PUT /v2.0/routers/:id/remove_router_interface'(call) {
      const router = records.own(call)
      const {port_id: portId, subnet_id: subnetId} = call.body
      const port = ports
        .find({device_id: String(router.id)})
        .find((one) => one.id === portId || JSON.stringify(one.fixed_ips).includes(String(subnetId)))
      if (!port) throw conflict(`Router ${router.id} does not have an interface with ID ${portId ?? subnetId}`)
      ports.delete(String(port.id))
      return {body: {id: String(router.id), port_id: String(port.id)}}
    },
    'PUT /v2.0/routers/:id/add_external_gateways': changeGateways((has, given) => [...has, ...given]),
    'PUT /v2.0/routers/:id/update_external_gateways': changeGateways((_, given) => given),
    // None given is all of them, as in Neutron.
    'PUT /v2.0/routers/:id/remove_external_gateways': changeGateways((has, given) =>
      has.filter((one) => given.length > 0 && !given.some((other) => networkOf(other) === networkOf(one))),
    ),
    'PUT /v2.0/routers/:id/add_extraroutes': changeRoutes((routes, given) => [...routes, ...given]),
    'PUT /v2.0/routers/:id/remove_extraroutes': changeRoutes((routes, given) =>
      routes.filter((route) => !given.some((one) => asObject(one).destination === asObject(route).destination)),
    ),
  }

  function portOn(subnetId: string): JsonObject | undefined {
    const subnet = subnets.get(subnetId)
    if (!subnet) return undefined
    if (!subnet.gateway_ip) throw badRequest('Bad router request: Subnet for router interface must have a gateway IP.')
    return {
      id: cloud.newId(),
      name: '',
      project_id: subnet.project_id ?? null,
      network_id: subnet.network_id ?? null,
      fixed_ips: [{subnet_id: subnetId, ip_address: subnet.gateway_ip}],
      tags: [],
    }
  }
}

const networkOf = (gateway: Json) => asObject(gateway).network_id

/** External gateways; the first one is also `external_gateway_info`. An empty object clears it. */
function gateways(given: Json | undefined): JsonObject {
  const all = asArray(given)
    .map(asObject)
    .filter((one) => Object.keys(one).length > 0)
    .map((one) => ({enable_snat: true, external_fixed_ips: [], ...one}))
  return {external_gateways: all, external_gateway_info: all[0] ?? null}
}
