import {asText, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call, notFound, type Routes} from '@osc-cli/core/sandbox'
import {type Cinder, requireAdmin} from '#sandbox/cinder'
import {cinderTime} from '#sandbox/versions'

/** Where volumes are until they migrate. */
export const POOL = 'sandbox@lvm#pool'
const FILTERS: Readonly<Record<string, string[]>> = {volume: ['name', 'status'], snapshot: ['name', 'volume_id']}
const CAPABILITY = {title: 'Compression', description: 'Enables compression.', type: 'boolean'}

/** What administrators see of Cinder itself: its processes, back ends and filters. There are no clusters. */
export function adminRoutes({cloud, services}: Cinder): Routes {
  const find = ({binary, host}: JsonObject) => {
    const [service] = services.find({host: asText(host), ...(binary !== undefined && {binary: asText(binary)})})
    if (!service) throw badRequest(`No service found with host=${asText(host)}`)
    return service
  }
  const change = (changes: (body: JsonObject) => JsonObject) => (call: Call) => {
    requireAdmin(call)
    const service = find(call.body)
    services.put(String(service.id), {...service, ...changes(call.body)})
    return {body: {host: service.host}}
  }
  const noCluster = (name: string | undefined) => notFound(`Cluster ${name} could not be found.`)
  return {
    'GET /v3/os-services': (call) => {
      const wanted = (key: string) => call.query.get(key)
      const isWanted = (one: JsonObject) =>
        ['host', 'binary'].every((key) => wanted(key) === null || wanted(key) === one[key])
      const rows = services.find().filter(isWanted)
      return {body: {services: rows.map((one) => ({...one, updated_at: cinderTime(cloud.now())}))}}
    },
    'PUT /v3/os-services/enable': change(() => ({status: 'enabled', disabled_reason: null})),
    'PUT /v3/os-services/disable': change(() => ({status: 'disabled'})),
    'PUT /v3/os-services/disable-log-reason': change(({disabled_reason}) => ({status: 'disabled', disabled_reason})),
    'PUT /v3/os-services/freeze': change(() => ({frozen: true})),
    'PUT /v3/os-services/thaw': change(() => ({frozen: false})),
    'PUT /v3/os-services/failover': change(({backend_id}) => ({active_backend_id: backend_id})),
    'GET /v3/scheduler-stats/get_pools': (call) => ({
      body: {pools: [{name: POOL, ...(call.query.get('detail') && {capabilities: {free_capacity_gb: 100}})}]},
    }),
    'GET /v3/capabilities/:host': () => ({body: {properties: {compression: CAPABILITY}}}),
    'GET /v3/resource_filters': (call) => {
      const wanted = call.query.get('resource')
      const rows = Object.entries(FILTERS).map(([resource, filters]) => ({resource, filters}))
      return {body: {resource_filters: rows.filter(({resource}) => wanted === null || wanted === resource)}}
    },
    'GET /v3/clusters': () => ({body: {clusters: []}}),
    'GET /v3/clusters/detail': () => ({body: {clusters: []}}),
    'GET /v3/clusters/:name': ({params}) => {
      throw noCluster(params.name)
    },
    'PUT /v3/clusters/:action': ({body}) => {
      throw noCluster(asText(body.name))
    },
  }
}
