import {asObject, asText, type JsonObject} from '@osc-cli/core'
import {
  atLeast,
  type Call,
  notFound,
  type Routes,
  requestedMicroversion,
  restRecords,
  type SandboxCloud,
} from '@osc-cli/core/sandbox'
import {MICROVERSIONS} from '#sandbox/microversions'

/** The only compute host. */
export const HOST = 'compute-1'

const HYPERVISOR = {
  id: 'f2a9c2d4-6f1e-4d39-9a41-3f6d9a0c7e11',
  hypervisor_hostname: HOST,
  hypervisor_type: 'fake',
  hypervisor_version: 1000,
  host_ip: '192.0.2.10',
  state: 'up',
  status: 'enabled',
}

const OLD = {
  cpu_info: {arch: 'x86_64'},
  current_workload: 0,
  disk_available_least: 0,
  free_disk_gb: 1000,
  free_ram_mb: 16_384,
  local_gb: 1000,
  local_gb_used: 0,
  memory_mb: 16_384,
  memory_mb_used: 0,
  running_vms: 0,
  vcpus: 8,
  vcpus_used: 0,
}

/** Whether the host could run a server of this flavor, if it ran nothing else. */
export const hasRoom = ({vcpus, ram}: JsonObject): boolean => Number(vcpus) <= OLD.vcpus && Number(ram) <= OLD.memory_mb

/** Compute services, hypervisors and hosts: one host that runs everything. */
export function hostRoutes(cloud: SandboxCloud): Routes {
  const services = restRecords(cloud, 'compute/services', {
    path: '/v2.1/os-services',
    member: 'service',
    collection: 'services',
    updateMethod: 'PUT',
    filters: ['host', 'binary'],
    without: ['create'],
    fields: {
      status: {type: 'string', oneOf: ['enabled', 'disabled']},
      disabled_reason: {type: 'string'},
      forced_down: {type: 'boolean'},
    },
    changed: (service, changes) => ({
      ...service,
      ...changes,
      ...(changes.status === 'enabled' && {disabled_reason: null}),
      ...(changes.forced_down !== undefined && {state: changes.forced_down ? 'down' : 'up'}),
    }),
  })
  if (services.find().length === 0)
    services.put({
      id: '0c4b4c73-5a3e-49b6-a0a5-5d7b19f3b7d5',
      binary: 'nova-compute',
      host: HOST,
      zone: 'nova',
      status: 'enabled',
      state: 'up',
      updated_at: cloud.now().toISOString().slice(0, 23),
      disabled_reason: null,
      forced_down: false,
    })
  const isNew = (call: Call) => atLeast(requestedMicroversion(call, MICROVERSIONS), '2.88')
  const service = () => ({id: services.find()[0]?.id ?? null, host: HOST, disabled_reason: null})
  const hypervisor = (call: Call): JsonObject => ({
    ...HYPERVISOR,
    service: service(),
    ...(isNew(call) ? {uptime: null, servers: []} : OLD),
  })
  const known = ({params: {id = ''}}: Call, shown: JsonObject) => {
    if (id === HYPERVISOR.id) return {body: {hypervisor: shown}}
    throw notFound(`Compute host ${id} could not be found.`)
  }
  const list = (shown: (call: Call) => JsonObject) => (call: Call) => {
    const pattern = call.query.get('hypervisor_hostname_pattern')
    const hypervisors = pattern === null || HOST.includes(pattern) ? [shown(call)] : []
    if (pattern !== null && hypervisors.length === 0)
      throw notFound(`No hypervisor matching '${pattern}' could be found.`)
    return {body: {hypervisors}}
  }
  const host = ({params: {host: name = ''}}: Call) => {
    if (name !== HOST) throw notFound(`Host ${name} could not be found.`)
  }
  return {
    ...services.routes,
    // The record is wrapped in answers, but not in this request.
    'PUT /v2.1/os-services/:id': (call) =>
      services.routes['PUT /v2.1/os-services/:id']?.({...call, body: {service: call.body}}) ?? {},
    'GET /v2.1/os-hypervisors': list(() => {
      const {id, hypervisor_hostname, state, status} = HYPERVISOR
      return {id, hypervisor_hostname, state, status}
    }),
    'GET /v2.1/os-hypervisors/detail': list(hypervisor),
    'GET /v2.1/os-hypervisors/statistics': () => ({
      body: {hypervisor_statistics: {count: 1, ...OLD, cpu_info: undefined}},
    }),
    'GET /v2.1/os-hypervisors/:id': (call) => known(call, hypervisor(call)),
    'GET /v2.1/os-hypervisors/:id/uptime': (call) =>
      known(call, {...HYPERVISOR, uptime: ' 10:00:00 up 2 days,  3 users,  load average: 0.10, 0.20, 0.30'}),
    'GET /v2.1/os-hosts': () => ({body: {hosts: [{host_name: HOST, service: 'compute', zone: 'nova'}]}}),
    'GET /v2.1/os-hosts/:host': (call) => {
      host(call)
      const resource = {host: HOST, project: '(total)', cpu: OLD.vcpus, memory_mb: OLD.memory_mb, disk_gb: OLD.local_gb}
      return {body: {host: [{resource}]}}
    },
    'PUT /v2.1/os-hosts/:host': (call) => {
      host(call)
      const status = asText(asObject(call.body).status)
      const [compute] = services.find({host: HOST})
      if (compute && status) services.put({...compute, status: `${status}d`})
      return {body: {host: HOST, ...call.body}}
    },
  }
}
