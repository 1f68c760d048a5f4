import {notFound, type RestRecords, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'
import {neutronCollection, required, shows, textOrNull} from '#sandbox/collection'

/** Tap as a service: tap services, their flows and tap mirrors. Nothing is copied, so services and flows stay DOWN. */
export function taps(cloud: SandboxCloud, ports: RestRecords): Routes {
  const checkPort = (id: unknown) => {
    if (!ports.get(String(id))) throw notFound(`Port ${id} could not be found.`)
  }
  const flows: RestRecords = neutronCollection(cloud, {
    path: '/taas/tap_flows',
    member: 'tap_flow',
    collection: 'tap_flows',
    fields: {
      source_port: required,
      tap_service_id: required,
      direction: {type: 'string', oneOf: ['IN', 'OUT', 'BOTH'], required: true},
      vlan_filter: textOrNull,
    },
    view: shows('description', 'tap_service_id', 'source_port', 'direction', 'status', 'vlan_filter'),
    created(record) {
      checkPort(record.source_port)
      const {tap_service_id: id} = record
      if (!services.get(String(id))) throw notFound(`Tap Service ${id} does not exist`)
      return {...record, status: 'DOWN'}
    },
  })
  const services: RestRecords = neutronCollection(cloud, {
    path: '/taas/tap_services',
    member: 'tap_service',
    collection: 'tap_services',
    fields: {port_id: required},
    view: shows('description', 'port_id', 'status'),
    created(record) {
      checkPort(record.port_id)
      return {...record, status: 'DOWN'}
    },
    beforeDelete: ({id}) => {
      for (const flow of flows.find({tap_service_id: String(id)})) flows.delete(String(flow.id))
    },
  })
  const mirrors = neutronCollection(cloud, {
    path: '/taas/tap_mirrors',
    member: 'tap_mirror',
    collection: 'tap_mirrors',
    fields: {
      port_id: required,
      directions: {type: 'object', required: true},
      remote_ip: required,
      mirror_type: {type: 'string', oneOf: ['gre', 'erspanv1'], required: true},
    },
    view: shows('description', 'port_id', 'directions', 'remote_ip', 'mirror_type'),
    created(record) {
      checkPort(record.port_id)
      return record
    },
  })
  return {...services.routes, ...flows.routes, ...mirrors.routes}
}
