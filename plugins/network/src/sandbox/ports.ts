import {asArray, asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {badRequest, conflict, notFound, type RestRecords, type SandboxCloud} from '@osc-cli/core/sandbox'
import {list, neutronCollection, required, text, textOrNull, yes} from '#sandbox/collection'
import type {Networks} from '#sandbox/networks'

/** Ports. Each gets an address of its network's first subnet unless the request names addresses. */
export function ports(cloud: SandboxCloud, {networks, subnets}: Networks): RestRecords {
  const records = neutronCollection(cloud, {
    path: '/ports',
    member: 'port',
    collection: 'ports',
    fields: {
      network_id: required,
      admin_state_up: yes,
      mac_address: {type: 'string'},
      security_groups: list,
      allowed_address_pairs: list,
      extra_dhcp_opts: list,
      device_id: text,
      device_owner: text,
      dns_name: text,
      'binding:vnic_type': {type: 'string', default: 'normal'},
      'binding:profile': {type: 'object', default: {}},
      'binding:host_id': {type: 'string', default: '', nullable: true},
      port_security_enabled: yes,
      qos_policy_id: textOrNull,
      data_plane_status: {type: 'string', nullable: true, oneOf: ['ACTIVE', 'DOWN']},
      numa_affinity_policy: textOrNull,
    },
    filters: ['network_id', 'status', 'device_id', 'device_owner', 'mac_address', 'fixed_ips'],
    matches: {fixed_ips: hasAddress},
    created(record) {
      const network = networks.get(String(record.network_id))
      if (!network) throw notFound(`Network ${record.network_id} could not be found.`)
      const wanted =
        record.fixed_ips ??
        asArray(network.subnets)
          .slice(0, 1)
          .map((id) => ({subnet_id: id}))
      return {
        ...record,
        mac_address: record.mac_address ?? newMac(cloud),
        fixed_ips: asArray(wanted).map((one) => addressFor(String(network.id), one)),
        status: 'DOWN',
      }
    },
    changed: (record, changes) => ({
      ...record,
      ...changes,
      ...(changes.fixed_ips && {
        fixed_ips: asArray(changes.fixed_ips).map((one) => addressFor(String(record.network_id), one)),
      }),
      ...(changes.extra_dhcp_opts && {
        extra_dhcp_opts: optionsAfter(asArray(record.extra_dhcp_opts), asArray(changes.extra_dhcp_opts)),
      }),
    }),
    beforeDelete({id, device_owner: owner}) {
      if (String(owner).startsWith('network:router_'))
        throw conflict(`Port ${id} cannot be deleted directly via the port API: has device owner ${owner}.`)
    },
  })

  /** A free address where only the subnet is given; the only subnet where only the address is. */
  function addressFor(network: string, given: Json): JsonObject {
    const {subnet_id: id, ip_address: ip} = asObject(given)
    const subnet = subnets.find({network_id: network}).find((one) => id === undefined || one.id === id)
    if (!subnet) throw badRequest('Invalid input for operation: Subnet is not valid for the network of the port.')
    return {subnet_id: String(subnet.id), ip_address: asText(ip) ?? freeAddress(subnet)}
  }

  function freeAddress(subnet: JsonObject): string {
    const prefix = String(subnet.cidr).replace(/\d+\/\d+$/, '')
    const used = new Set(
      records.find().flatMap((port) => asArray(port.fixed_ips).map((one) => asText(asObject(one).ip_address))),
    )
    for (let last = 2; last < 255; last += 1) if (!used.has(`${prefix}${last}`)) return `${prefix}${last}`
    throw conflict(`No more IP addresses available on network ${subnet.network_id}.`)
  }

  return records
}

/** A changed DHCP option replaces the one of its name; one without a value is removed. */
function optionsAfter(current: readonly Json[], changes: readonly Json[]): Json[] {
  const changed = changes.map((option) => asObject(option).opt_name)
  return [
    ...current.filter((option) => !changed.includes(asObject(option).opt_name)),
    ...changes.filter((option) => asObject(option).opt_value !== null),
  ]
}

function hasAddress(row: JsonObject, value: string): boolean {
  const [key = '', wanted = ''] = value.split('=')
  return asArray(row.fixed_ips).some((ip) =>
    key === 'ip_address_substr' ? String(asObject(ip).ip_address).includes(wanted) : asObject(ip)[key] === wanted,
  )
}

const newMac = (cloud: SandboxCloud): string =>
  `fa:16:3e:${cloud
    .newId()
    .slice(0, 6)
    .replace(/(..)(..)(..)/, '$1:$2:$3')}`
