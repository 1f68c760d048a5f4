import {asObject, asText, type JsonObject} from '@osc-cli/core'
import {badRequest, notFound, type RestCollection, type Routes} from '@osc-cli/core/sandbox'
import {type Cinder, isAdmin} from '#sandbox/cinder'

export const typeCollection = (cinder: Cinder): RestCollection => ({
  path: '/v3/types',
  member: 'volume_type',
  collection: 'volume_types',
  noun: 'volume type',
  uuids: true,
  unique: 'name',
  updateMethod: 'PUT',
  statuses: {create: 200, delete: 202},
  allow: {create: isAdmin, update: isAdmin, delete: isAdmin},
  additional: true,
  fields: {
    name: {type: 'string', required: true},
    description: {type: 'string', nullable: true},
    is_public: {type: 'boolean', default: true},
    extra_specs: {type: 'object', default: {}},
    projects: {type: 'array', default: [], hidden: true},
    encryption: {type: 'object', default: {}, hidden: true},
  },
  matches: {
    is_public: (record, wanted) => wanted.toLowerCase() === 'none' || String(record.is_public) === wanted.toLowerCase(),
  },
  beforeDelete(record) {
    if (cinder.volumes.find({volume_type_id: asText(record.id)}).length > 0)
      throw badRequest('Target volume type is still in use.')
  },
  created: ({'os-volume-type-access:is_public': isPublic, ...record}) => ({
    ...record,
    is_public: isPublic ?? record.is_public ?? true,
  }),
})

export function typeRoutes({types}: Cinder): Routes {
  const change = (record: JsonObject, changes: JsonObject) => types.put({...record, ...changes})
  const projects = (record: JsonObject) => (Array.isArray(record.projects) ? record.projects : [])
  return {
    'GET /v3/types/default': (call) => {
      const [type] = types.find({name: '__DEFAULT__'})
      if (!type) throw notFound('Default volume type can not be found.')
      return {body: types.body(type, call)}
    },
    ...types.routes,
    'POST /v3/types/:id/extra_specs': (call) => {
      const type = types.own(call)
      const extra_specs = {...asObject(type.extra_specs), ...asObject(call.body.extra_specs)}
      change(type, {extra_specs})
      return {body: {extra_specs: asObject(call.body.extra_specs)}}
    },
    'DELETE /v3/types/:id/extra_specs/:key': (call) => {
      const type = types.own(call)
      const {[call.params.key ?? '']: gone, ...extra_specs} = asObject(type.extra_specs)
      if (gone === undefined)
        throw notFound(`Volume Type ${call.params.id} has no extra specs with key ${call.params.key}.`)
      change(type, {extra_specs})
      return {status: 202}
    },
    'GET /v3/types/:id/os-volume-type-access': (call) => {
      const type = types.one(call)
      return {body: {volume_type_access: projects(type).map((project_id) => ({volume_type_id: type.id, project_id}))}}
    },
    'POST /v3/types/:id/action': (call) => {
      const type = types.own(call)
      const {addProjectAccess, removeProjectAccess} = call.body
      const project = asText(asObject(addProjectAccess ?? removeProjectAccess).project)
      if (project === undefined) throw badRequest('There is no such action.')
      const others = projects(type).filter((one) => one !== project)
      change(type, {projects: addProjectAccess ? [...others, project] : others})
      return {status: 202}
    },
    'GET /v3/types/:id/encryption': (call) => ({body: asObject(types.one(call).encryption)}),
    'POST /v3/types/:id/encryption': (call) => {
      const type = types.own(call)
      const encryption = {...asObject(call.body.encryption), encryption_id: crypto.randomUUID()}
      change(type, {encryption: {...encryption, volume_type_id: type.id}})
      return {body: {encryption}}
    },
    'PUT /v3/types/:id/encryption/:encryption': (call) => {
      const type = types.own(call)
      const present = asObject(type.encryption)
      if (present.encryption_id === undefined)
        throw notFound(`Volume type encryption for type ${type.id} does not exist.`)
      change(type, {encryption: {...present, ...asObject(call.body.encryption)}})
      return {body: call.body}
    },
    'DELETE /v3/types/:id/encryption/:encryption': (call) => {
      change(types.own(call), {encryption: {}})
      return {status: 202}
    },
  }
}
