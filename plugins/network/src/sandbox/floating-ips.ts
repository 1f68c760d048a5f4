import {asArray, asObject, type JsonObject} from '@osc-cli/core'
import {badRequest, conflict, notFound, type RestRecords, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'
import {neutronCollection, required, textOrNull} from '#sandbox/collection'
import type {Networks} from '#sandbox/networks'
import {checkAddress, freeAddress} from '#sandbox/subnets'

/** Floating IPs and their port forwardings. */
export function floatingIps(cloud: SandboxCloud, {networks, subnets}: Networks, ports: RestRecords): Routes {
  const records = neutronCollection(cloud, {
    path: '/floatingips',
    member: 'floatingip',
    collection: 'floatingips',
    fields: {
      floating_network_id: required,
      floating_ip_address: {type: 'string'},
      fixed_ip_address: textOrNull,
      port_id: textOrNull,
      qos_policy_id: textOrNull,
    },
    filters: ['floating_network_id', 'floating_ip_address', 'fixed_ip_address', 'port_id', 'router_id', 'status'],
    created(record) {
      const network = networks.get(String(record.floating_network_id))
      if (!network) throw notFound(`Network ${record.floating_network_id} could not be found.`)
      if (network['router:external'] !== true)
        throw badRequest(`Network ${network.id} is not a valid external network.`)
      return associated({...record, floating_ip_address: publicAddress(record), router_id: null})
    },
    changed: (record, changes) => associated({...record, ...changes}),
  })
  const forwardings = neutronCollection(cloud, {
    path: '/floatingips/:floatingip/port_forwardings',
    member: 'port_forwarding',
    collection: 'port_forwardings',
    parents: {floatingip: {records, key: 'floatingip_id'}},
    fields: {
      internal_port_id: required,
      internal_ip_address: required,
      protocol: {type: 'string', oneOf: ['tcp', 'udp'], required: true},
    },
    filters: ['internal_port_id', 'external_port', 'protocol'],
    created: (record) => ({internal_port: null, external_port: '', ...record}),
  })
  return {...records.routes, ...forwardings.routes}

  /** The wanted address, or a free one of the subnets of the external network; an address for documentation where it has none. */
  function publicAddress({floating_network_id: network, floating_ip_address: wanted}: JsonObject): string {
    const used = new Set(records.find().map((one) => String(one.floating_ip_address)))
    const [subnet] = subnets.find({network_id: String(network), ip_version: 4})
    if (typeof wanted === 'string') {
      if (subnet) checkAddress(subnet, wanted)
      if (used.has(wanted)) throw conflict(`IP address ${wanted} already allocated in subnet ${subnet?.id}`)
      return wanted
    }
    const free = freeAddress(subnet ?? {allocation_pools: [{start: '203.0.113.10', end: '203.0.113.250'}]}, used)
    if (free === undefined) throw conflict(`No more IP addresses available on network ${network}.`)
    return free
  }

  function associated(record: JsonObject): JsonObject {
    if (!record.port_id) return {...record, port_id: null, fixed_ip_address: null, status: 'DOWN'}
    const port = ports.get(String(record.port_id))
    if (!port) throw notFound(`Port ${record.port_id} could not be found.`)
    const [first] = asArray(port.fixed_ips)
    const address = record.fixed_ip_address ?? asObject(first).ip_address ?? null
    return {...record, fixed_ip_address: address, status: 'ACTIVE'}
  }
}
