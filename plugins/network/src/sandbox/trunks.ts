import {asArray, asObject, type Json} from '@osc-cli/core'
import {type Call, notFound, type RestRecords, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'
import {list, neutronCollection, required, yes} from '#sandbox/collection'

const same = (one: Json, other: Json) => asObject(one).port_id === asObject(other).port_id

/** Trunks and their subports. */
export function trunks(cloud: SandboxCloud, ports: RestRecords): Routes {
  const records = neutronCollection(cloud, {
    path: '/trunks',
    member: 'trunk',
    collection: 'trunks',
    fields: {port_id: required, admin_state_up: yes, sub_ports: list},
    filters: ['port_id', 'status'],
    created(record) {
      if (!ports.get(String(record.port_id))) throw notFound(`Port ${record.port_id} could not be found.`)
      return {...record, status: 'DOWN'}
    },
  })
  const change = (apply: (has: Json[], given: Json[]) => Json[]) => (call: Call) => {
    const trunk = records.own(call)
    const subports = apply(asArray(trunk.sub_ports), asArray(call.body.sub_ports))
    return {body: asObject(records.put({...trunk, sub_ports: subports}))}
  }
  return {
    ...records.routes,
    'GET /v2.0/trunks/:id/get_subports': (call) => ({body: {sub_ports: asArray(records.own(call).sub_ports)}}),
    'PUT /v2.0/trunks/:id/add_subports': change((has, given) => [...has, ...given]),
    'PUT /v2.0/trunks/:id/remove_subports': change((has, given) =>
      has.filter((one) => !given.some((other) => same(one, other))),
    ),
  }
}
