import {asArray, asObject} from '@osc-cli/core'
import {notFound, type RestRecords, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'
import {neutronCollection, required, textOrNull} from '#sandbox/collection'

/** Local IPs and the ports that are associated with them. */
export function localIps(cloud: SandboxCloud, ports: RestRecords): Routes {
  const records = neutronCollection(cloud, {
    path: '/local_ips',
    member: 'local_ip',
    collection: 'local_ips',
    fields: {
      network_id: textOrNull,
      local_port_id: textOrNull,
      local_ip_address: {type: 'string', default: '10.0.0.99'},
      ip_mode: {type: 'string', oneOf: ['translate', 'passthrough'], default: 'translate'},
    },
    filters: ['network_id', 'local_port_id', 'local_ip_address', 'ip_mode'],
  })
  const associations = neutronCollection(cloud, {
    path: '/local_ips/:local_ip/port_associations',
    member: 'port_association',
    collection: 'port_associations',
    idKey: 'fixed_port_id',
    without: ['update'],
    parents: {local_ip: {records, key: 'local_ip_id'}},
    fields: {fixed_port_id: required, fixed_ip: textOrNull},
    filters: ['fixed_port_id', 'fixed_ip', 'host'],
    created(record, {body}) {
      const id = String(asObject(body.port_association).fixed_port_id)
      const port = ports.get(id)
      if (!port) throw notFound(`Port ${id} could not be found.`)
      const localIp = records.get(String(record.local_ip_id))
      return {
        ...record,
        fixed_port_id: id,
        fixed_ip: record.fixed_ip ?? asObject(asArray(port.fixed_ips)[0]).ip_address ?? null,
        host: '',
        local_ip_address: localIp?.local_ip_address ?? null,
      }
    },
    view: ({local_ip_id = null, local_ip_address = null, fixed_port_id = null, fixed_ip = null, host = null}) => ({
      local_ip_id,
      local_ip_address,
      fixed_port_id,
      fixed_ip,
      host,
    }),
  })
  return {...records.routes, ...associations.routes}
}
