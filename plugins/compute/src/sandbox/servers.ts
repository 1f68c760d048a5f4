import {randomUUID} from 'node:crypto'
import {asArray, asObject, asText, type JsonObject} from '@osc-cli/core'
import {
  atLeast,
  badRequest,
  matchesPattern,
  notFound,
  type Routes,
  requestedMicroversion,
  restRecords,
  type SandboxCloud,
} from '@osc-cli/core/sandbox'
import {HOST, hasRoom} from '#sandbox/hosts'
import {MICROVERSIONS} from '#sandbox/microversions'
import {actionRoutes} from '#sandbox/server-actions'
import {attachmentRoutes, detachVolumes} from '#sandbox/server-attachments'
import {serverPorts} from '#sandbox/server-ports'
import {allowedCount} from '#sandbox/server-quota'

/** Servers, their metadata and tags; the number of requests that a change of state takes stands for its time. */
export function serverRoutes(cloud: SandboxCloud): Routes {
  const ports = serverPorts(cloud)
  const servers = restRecords(cloud, 'compute/servers', {
    path: '/v2.1/servers',
    alsoListed: ['/v2.1/servers/detail'],
    member: 'server',
    collection: 'servers',
    noun: 'instance',
    uuids: true,
    projectKey: 'tenant_id',
    allProjects: 'all_tenants',
    times: {created: 'created', updated: 'updated'},
    updateMethod: 'PUT',
    statuses: {create: 202},
    microversions: MICROVERSIONS,
    fields: {
      name: {type: 'string', required: true},
      flavorRef: {type: 'string', required: true, hidden: true},
      flavorBefore: {type: 'string', hidden: true, readOnly: true},
      imageRef: {type: 'string', hidden: true},
      min_count: {type: 'integer', hidden: true},
      max_count: {type: 'integer', hidden: true},
      description: {type: 'string', nullable: true, since: '2.19'},
      availability_zone: {type: 'string', hidden: true},
      adminPass: {type: 'string', hidden: true},
      metadata: {type: 'object', default: {}},
      key_name: {type: 'string', nullable: true},
      user_data: {type: 'string', hidden: true},
      security_groups: {type: 'array', default: [{name: 'default'}]},
      block_device_mapping_v2: {type: 'array', hidden: true},
      networks: {type: 'any', hidden: true},
      config_drive: {type: 'boolean'},
      tags: {type: 'array', default: [], since: '2.26'},
      host: {type: 'string', hidden: true},
      hostname: {type: 'string', hidden: true},
      locked: {type: 'boolean', default: false, readOnly: true, since: '2.9'},
      locked_reason: {type: 'string', readOnly: true, since: '2.73'},
      addresses: {type: 'object', default: {}, readOnly: true},
    },
    filters: ['status'],
    matches: {
      name: ({name}, pattern) => matchesPattern(asText(name) ?? '', pattern),
      flavor: ({flavorRef}, id) => flavorRef === id,
      image: ({imageRef}, id) => imageRef === id,
      locked: ({locked}, wanted) => String(locked) === wanted.toLowerCase(),
      tags: ({tags}, wanted) => wanted.split(',').every((tag) => asArray(tags).includes(tag)),
    },
    created(server, call) {
      const flavor = cloud.store.collection('compute/flavors').get(String(server.flavorRef))
      if (!flavor) throw badRequest(`Flavor ${server.flavorRef} could not be found.`)
      const image = cloud.store.collection('image/images').get(asText(server.imageRef) ?? '')
      if (image && image.status !== 'active') throw badRequest(`Image ${image.id} is not active.`)
      const key = asText(server.key_name)
      if (key && !cloud.store.collection('compute/keypairs').get(`${call.caller.userId}/${key}`))
        throw badRequest('Invalid key_name provided.')
      const min = Number(server.min_count ?? 1)
      const max = Number(server.max_count ?? min)
      const count = allowedCount(cloud, call.caller.projectId ?? '', flavor, {min, max})
      const start = (copy: JsonObject): JsonObject => {
        const reason = hasRoom(flavor) ? ports.bindingFault(copy) : NO_HOST
        const change = reason === undefined ? RUNNING : {...FAILED, fault: faultOf(cloud, reason)}
        servers.later(String(copy.id), {requests: 1, change})
        if (reason === undefined) ports.connect(copy, copy.networks, call.caller)
        return {...copy, ...BUILDING, user_id: call.caller.userId, adminPass: copy.adminPass ?? 'generated'}
      }
      if (count === 1) return start(server)
      const named = (index: number) => ({...server, name: `${server.name}-${index}`})
      for (let index = 2; index <= count; index += 1) servers.put(start({...named(index), id: randomUUID()}))
      return start(named(1))
    },
    view: (shown, call, stored) => {
      const isNew = call.method === 'POST'
      return {
        ...shown,
        addresses: {...asObject(stored.addresses ?? {}), ...ports.addresses(String(stored.id))},
        'OS-EXT-SRV-ATTR:host': HOST,
        'OS-EXT-AZ:availability_zone': stored.availability_zone ?? 'nova',
        image: stored.imageRef ? {id: stored.imageRef} : '',
        flavor: flavorOf(cloud, stored, requestedMicroversion(call, MICROVERSIONS)),
        ...(isNew && {adminPass: stored.adminPass}),
      }
    },
  })
  return {
    ...servers.routes,
    ...actionRoutes(cloud, servers),
    ...attachmentRoutes(cloud, servers, ports),
    'DELETE /v2.1/servers/:id': (call) => {
      const server = servers.own(call)
      const id = servers.idOf(server)
      servers.put({...server, 'OS-EXT-STS:task_state': 'deleting'})
      servers.later(id, {requests: 1, change: null})
      for (const port of ports.of(id)) ports.release(port, call.caller)
      detachVolumes(cloud, id)
      const alarms = cloud.service('alarming')?.api as {event(event: JsonObject): void} | undefined
      const traits = {instance_id: id, project_id: call.caller.projectId ?? ''}
      alarms?.event({event_type: 'compute.instance.delete.end', traits})
      return {status: 204}
    },
    'GET /v2.1/servers/:id/metadata': (call) => ({body: {metadata: servers.one(call).metadata}}),
    'POST /v2.1/servers/:id/metadata': (call) => {
      const server = servers.own(call)
      const metadata = {...asObject(server.metadata), ...asObject(call.body.metadata)}
      servers.put({...server, metadata})
      return {body: {metadata}}
    },
    'PUT /v2.1/servers/:id/metadata': (call) => {
      const metadata = asObject(call.body.metadata)
      servers.put({...servers.own(call), metadata})
      return {body: {metadata}}
    },
    'DELETE /v2.1/servers/:id/metadata/:key': (call) => {
      const server = servers.own(call)
      const {key = ''} = call.params
      const before = asObject(server.metadata)
      if (!Object.hasOwn(before, key)) throw notFound('Metadata item was not found')
      const {[key]: _, ...metadata} = before
      servers.put({...server, metadata})
      return {status: 204}
    },
    'PUT /v2.1/servers/:id/tags/:tag': (call) => {
      const server = servers.own(call)
      servers.put({...server, tags: [...new Set([...asArray(server.tags), call.params.tag ?? ''])]})
      return {status: 201}
    },
    'DELETE /v2.1/servers/:id/tags/:tag': (call) => {
      const server = servers.own(call)
      servers.put({...server, tags: asArray(server.tags).filter((tag) => tag !== call.params.tag)})
      return {status: 204}
    },
    'DELETE /v2.1/servers/:id/tags': (call) => {
      servers.put({...servers.own(call), tags: []})
      return {status: 204}
    },
    'GET /v2.1/servers/:id/diagnostics': (call) => {
      servers.one(call)
      return {body: {driver: 'fake', hypervisor: 'fake', state: 'running'}}
    },
    'GET /v2.1/servers/:id/topology': (call) => {
      servers.one(call)
      return {body: {nodes: [], pagesize_kb: null}}
    },
    'DELETE /v2.1/servers/:id/os-server-password': (call) => {
      servers.own(call)
      return {status: 204}
    },
  }
}

const RUNNING = {status: 'ACTIVE', progress: 100, 'OS-EXT-STS:vm_state': 'active', 'OS-EXT-STS:power_state': 1}
const FAILED = {status: 'ERROR', 'OS-EXT-STS:vm_state': 'error'}
const BUILDING = {status: 'BUILD', progress: 0, 'OS-EXT-STS:vm_state': 'building', 'OS-EXT-STS:power_state': 0}

const NO_HOST = 'No valid host was found. There are not enough hosts available.'

const faultOf = (cloud: SandboxCloud, message: string): JsonObject => ({
  code: 500,
  created: cloud.now().toISOString(),
  message,
})

/** The flavor in a server: since 2.47 as it was at the server's creation. */
function flavorOf(cloud: SandboxCloud, {flavorRef}: JsonObject, version: string): JsonObject {
  const {name, ram, disk, vcpus} = asObject(cloud.store.collection('compute/flavors').get(String(flavorRef)))
  return atLeast(version, '2.47')
    ? {original_name: name, ram, disk, vcpus, swap: 0, ephemeral: 0, extra_specs: {}}
    : {id: flavorRef}
}
