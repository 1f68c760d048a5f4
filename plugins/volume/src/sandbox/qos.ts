import {asObject, asText, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call, type RestCollection, type Routes} from '@osc-cli/core/sandbox'
import {type Cinder, isAdmin} from '#sandbox/cinder'

const typesOf = (record: JsonObject): string[] => (Array.isArray(record.types) ? record.types.map(String) : [])

/** Cinder keeps the keys that it does not know as `specs`. */
function withSpecs({specs, ...record}: JsonObject, given: JsonObject): JsonObject {
  const {name, consumer, ...others} = given
  return {
    ...record,
    name: name ?? record.name ?? null,
    consumer: consumer ?? record.consumer ?? 'back-end',
    specs: {...asObject(specs ?? {}), ...others},
  }
}

export const qosCollection = (): RestCollection => ({
  path: '/v3/qos-specs',
  member: 'qos_specs',
  collection: 'qos_specs',
  uuids: true,
  unique: 'name',
  updateMethod: 'PUT',
  additional: true,
  statuses: {create: 200, delete: 202},
  allow: {list: isAdmin, show: isAdmin, create: isAdmin, update: isAdmin, delete: isAdmin},
  fields: {name: {type: 'string', required: true}, types: {type: 'array', default: [], hidden: true}},
  created: ({id, types}, call) => withSpecs({id, types}, asObject(call.body.qos_specs)),
  changed: (record, changes) => withSpecs(record, changes),
  beforeDelete(record, call) {
    if (typesOf(record).length > 0 && call.query.get('force') === null) throw badRequest('Qos specs still in use.')
  },
})

export function qosRoutes({qos, types}: Cinder): Routes {
  const associate = (change: (present: string[], type: string) => string[]) => (call: Call) => {
    const spec = qos.own(call)
    qos.put({...spec, types: change(typesOf(spec), call.query.get('vol_type_id') ?? '')})
    return {status: 202}
  }
  return {
    ...qos.routes,
    'GET /v3/qos-specs/:id/associations': (call) => ({
      body: {
        qos_associations: typesOf(qos.one(call)).map((id) => ({
          id,
          name: types.get(id)?.name ?? null,
          association_type: 'volume_type',
        })),
      },
    }),
    'GET /v3/qos-specs/:id/associate': associate((present, type) => [...present, type]),
    'GET /v3/qos-specs/:id/disassociate': associate((present, type) => present.filter((one) => one !== type)),
    'GET /v3/qos-specs/:id/disassociate_all': associate(() => []),
    'PUT /v3/qos-specs/:id/delete_keys': (call) => {
      const spec = qos.own(call)
      const keys = Array.isArray(call.body.keys) ? call.body.keys.map((key) => asText(key)) : []
      const specs = Object.entries(asObject(spec.specs)).filter(([key]) => !keys.includes(key))
      qos.put({...spec, specs: Object.fromEntries(specs)})
      return {status: 202}
    },
  }
}
