import {asArray, asObject, type JsonObject} from '@osc-cli/core'
import {badRequest, notFound, type Routes, restRecords, type SandboxCloud} from '@osc-cli/core/sandbox'
import {MICROVERSIONS} from '#sandbox/microversions'

const FIRST = [
  {id: '1', name: 'm1.tiny', ram: 512, disk: 1, vcpus: 1},
  {id: '2', name: 'm1.small', ram: 2048, disk: 20, vcpus: 1},
]

const DEFAULTS = {
  swap: '',
  rxtx_factor: 1,
  extra_specs: {},
  description: null,
  'OS-FLV-EXT-DATA:ephemeral': 0,
  'OS-FLV-DISABLED:disabled': false,
  'os-flavor-access:is_public': true,
}

/** Flavors, their extra specs, and the projects that private ones are open to. */
export function flavorRoutes(cloud: SandboxCloud): Routes {
  const flavors = restRecords(cloud, 'compute/flavors', {
    path: '/v2.1/flavors',
    alsoListed: ['/v2.1/flavors/detail'],
    member: 'flavor',
    collection: 'flavors',
    noun: 'flavor',
    fields: {
      name: {type: 'string', required: true},
      id: {type: 'string', nullable: true},
      ram: {type: 'integer', required: true},
      vcpus: {type: 'integer', required: true},
      disk: {type: 'integer', required: true},
      swap: {type: 'any'},
      rxtx_factor: {type: 'number'},
      description: {type: 'string', nullable: true, since: '2.55'},
      'OS-FLV-EXT-DATA:ephemeral': {type: 'integer'},
      'os-flavor-access:is_public': {type: 'boolean'},
      extra_specs: {type: 'object', readOnly: true, since: '2.61'},
      projects: {type: 'array', hidden: true, readOnly: true},
    },
    microversions: MICROVERSIONS,
    unique: 'name',
    updateMethod: 'PUT',
    statuses: {create: 200, delete: 202},
    matches: {
      minRam: ({ram}, least) => Number(ram) >= Number(least),
      minDisk: ({disk}, least) => Number(disk) >= Number(least),
      is_public: ({'os-flavor-access:is_public': isPublic}, wanted) =>
        wanted.toLowerCase() === 'none' || String(isPublic) === wanted.toLowerCase(),
    },
    created: (flavor) => ({
      ...DEFAULTS,
      ...Object.fromEntries(Object.entries(flavor).filter(([, value]) => value !== null)),
      id: flavor.id ?? cloud.newId(),
    }),
  })
  if (flavors.find().length === 0) for (const flavor of FIRST) flavors.put({...DEFAULTS, ...flavor})
  const specs = (flavor: JsonObject) => asObject(flavor.extra_specs)
  return {
    ...flavors.routes,
    'GET /v2.1/flavors/:id/os-extra_specs': (call) => ({body: {extra_specs: specs(flavors.one(call))}}),
    'POST /v2.1/flavors/:id/os-extra_specs': (call) => {
      const flavor = flavors.own(call)
      const extra_specs = {...specs(flavor), ...asObject(call.body.extra_specs)}
      flavors.put({...flavor, extra_specs})
      return {body: {extra_specs: asObject(call.body.extra_specs)}}
    },
    'DELETE /v2.1/flavors/:id/os-extra_specs/:key': (call) => {
      const flavor = flavors.own(call)
      const {key = ''} = call.params
      const {[key]: removed, ...extra_specs} = specs(flavor)
      if (removed === undefined) throw notFound(`Flavor ${flavor.id} has no extra specs with key ${key}.`)
      flavors.put({...flavor, extra_specs})
      return {}
    },
    'GET /v2.1/flavors/:id/os-flavor-access': (call) => {
      const {id, projects} = flavors.one(call)
      return {body: {flavor_access: asArray(projects).map((project) => ({flavor_id: id ?? null, tenant_id: project}))}}
    },
    'POST /v2.1/flavors/:id/action': (call) => {
      const flavor = flavors.own(call)
      const projects = asArray(flavor.projects).map(String)
      const added = asObject(call.body.addTenantAccess).tenant
      const removed = asObject(call.body.removeTenantAccess).tenant
      if (added === undefined && removed === undefined) throw badRequest('Unknown action.')
      const after = [...projects, ...(added === undefined ? [] : [String(added)])].filter((one) => one !== removed)
      flavors.put({...flavor, projects: after})
      return {body: {flavor_access: after.map((project) => ({flavor_id: flavor.id ?? null, tenant_id: project}))}}
    },
  }
}
