import {asArray, asObject, type Json} from '@osc-cli/core'
import {type Call, notFound, type RestRecords, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'
import {neutronCollection, no, required, yes} from '#sandbox/collection'

const number = {type: 'integer', required: true} as const

/** Services of routers besides routing: conntrack helpers, NDP proxies, meters and flavors. */
export function routerServices(cloud: SandboxCloud, routers: RestRecords): Routes {
  const helpers = neutronCollection(cloud, {
    path: '/routers/:router/conntrack_helpers',
    member: 'conntrack_helper',
    collection: 'conntrack_helpers',
    parents: {router: {records: routers, key: 'router_id'}},
    fields: {helper: required, protocol: required, port: number},
    filters: ['helper', 'protocol', 'port'],
  })
  const proxies = neutronCollection(cloud, {
    path: '/ndp_proxies',
    member: 'ndp_proxy',
    collection: 'ndp_proxies',
    fields: {
      router_id: required,
      port_id: required,
      ip_address: {type: 'string', default: '2001:db8::9'},
    },
    filters: ['router_id', 'port_id', 'ip_address'],
    view: (record) => ({...record, tenant_id: record.project_id ?? null}),
  })
  const meters = neutronCollection(cloud, {
    path: '/metering/metering-labels',
    member: 'metering_label',
    collection: 'metering_labels',
    without: ['update'],
    fields: {shared: no},
  })
  const rules = neutronCollection(cloud, {
    path: '/metering/metering-label-rules',
    member: 'metering_label_rule',
    collection: 'metering_label_rules',
    without: ['update'],
    fields: {metering_label_id: required, excluded: no, direction: required},
  })
  const profiles = neutronCollection(cloud, {
    path: '/service_profiles',
    member: 'service_profile',
    collection: 'service_profiles',
    fields: {driver: {type: 'string', default: ''}, metainfo: {type: 'string', default: ''}, enabled: yes},
  })
  const flavors = neutronCollection(cloud, {
    path: '/flavors',
    member: 'flavor',
    collection: 'flavors',
    fields: {service_type: required, enabled: yes, service_profiles: {type: 'array', default: []}},
  })
  const change = (apply: (has: Json[], call: Call) => Json[]) => (call: Call) => {
    const flavor = flavors.own(call)
    flavors.put({...flavor, service_profiles: apply(asArray(flavor.service_profiles), call)})
    return {body: {}}
  }
  return {
    ...helpers.routes,
    ...proxies.routes,
    ...meters.routes,
    ...rules.routes,
    ...profiles.routes,
    ...flavors.routes,
    'POST /v2.0/flavors/:id/service_profiles': change((has, {body}) => {
      const id = String(asObject(body.service_profile).id)
      if (!profiles.get(id)) throw notFound(`Service Profile ${id} could not be found.`)
      return [...has, id]
    }),
    'DELETE /v2.0/flavors/:id/service_profiles/:profile': change((has, {params}) =>
      has.filter((id) => id !== params.profile),
    ),
  }
}
