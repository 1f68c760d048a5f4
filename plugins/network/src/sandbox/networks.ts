import {asArray, asObject, type JsonObject} from '@osc-cli/core'
import {conflict, notFound, type RestRecords, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'
import {list, neutronCollection, no, required, text, textOrNull, yes} from '#sandbox/collection'
import {addressing} from '#sandbox/subnets'

export interface Networks {
  networks: RestRecords
  subnets: RestRecords
  routes: Routes
}

/** Networks and their subnets. A network with ports cannot be deleted; nor can a subnet with addresses in use. */
export function networks(cloud: SandboxCloud): Networks {
  const portsOf = (match: JsonObject) => cloud.store.collection('network/ports').find(match as Record<string, string>)
  const networkRecords = neutronCollection(cloud, {
    path: '/networks',
    member: 'network',
    collection: 'networks',
    isShared: (record) => record.shared === true || record['router:external'] === true,
    fields: {
      admin_state_up: yes,
      shared: no,
      'router:external': no,
      port_security_enabled: yes,
      'provider:network_type': {type: 'string', default: 'geneve'},
    },
    filters: ['status', 'shared', 'router:external', 'admin_state_up'],
    created: (record) => ({
      mtu: 1442,
      availability_zones: [],
      availability_zone_hints: [],
      ...record,
      status: 'ACTIVE',
      subnets: [],
    }),
    beforeDelete({id}) {
      const ports = portsOf({network_id: String(id)}).map((port) => port.id)
      if (ports.length > 0) {
        const which = `There are one or more ports still in use on the network, id for these ports is: ${ports.join(',')}.`
        throw conflict(`Unable to complete operation on network ${id}. ${which}`)
      }
      for (const subnet of subnets.find({network_id: String(id)})) subnets.delete(String(subnet.id))
    },
  })
  const subnets = neutronCollection(cloud, {
    path: '/subnets',
    member: 'subnet',
    collection: 'subnets',
    fields: {
      network_id: required,
      cidr: {type: 'string'},
      ip_version: {type: 'integer', default: 4},
      gateway_ip: textOrNull,
      enable_dhcp: yes,
      allocation_pools: list,
      dns_nameservers: list,
      host_routes: list,
      service_types: list,
      ipv6_ra_mode: textOrNull,
      ipv6_address_mode: textOrNull,
      subnetpool_id: textOrNull,
      description: text,
    },
    filters: ['network_id', 'cidr', 'ip_version', 'gateway_ip', 'enable_dhcp'],
    created(record, call) {
      const network = networkRecords.get(String(record.network_id))
      if (!network) throw notFound(`Network ${record.network_id} could not be found.`)
      const subnet = addressing(cloud, record, asObject(call.body.subnet))
      networkRecords.put({...network, subnets: [...asArray(network.subnets), String(record.id)]})
      return subnet
    },
    beforeDelete({id, network_id}) {
      const isUsed = portsOf({network_id: String(network_id)}).some((port) =>
        JSON.stringify(port.fixed_ips).includes(String(id)),
      )
      if (isUsed)
        throw conflict(
          `Unable to complete operation on subnet ${id}: One or more ports have an IP allocation from this subnet.`,
        )
      const network = networkRecords.get(String(network_id))
      if (network) networkRecords.put({...network, subnets: asArray(network.subnets).filter((one) => one !== id)})
    },
  })
  return {networks: networkRecords, subnets, routes: {...networkRecords.routes, ...subnets.routes}}
}
