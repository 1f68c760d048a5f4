import {asArray, asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {badRequest, conflict, notFound, type RestRecords, type SandboxCloud} from '@osc-cli/core/sandbox'
import {list, neutronCollection, required, text, textOrNull, yes} from '#sandbox/collection'
import {addressOf, contains} from '#sandbox/ip'
import type {Networks} from '#sandbox/networks'
import {checkAddress, freeAddress, rangeOfSubnet} from '#sandbox/subnets'

/** Ports. Each gets an address of its network and the default security group unless the request names others. */
export function ports(
  cloud: SandboxCloud,
  {networks, subnets}: Networks,
  defaultGroup: (port: JsonObject) => string,
): RestRecords {
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
    created(record, call) {
      const network = networks.get(String(record.network_id))
      if (!network) throw notFound(`Network ${record.network_id} could not be found.`)
      const mac = asText(record.mac_address) ?? newMac(cloud)
      if (records.find({network_id: String(network.id), mac_address: mac}).length > 0) {
        const reason = `The mac address ${mac} is in use.`
        throw conflict(`Unable to complete operation for network ${network.id}. ${reason}`)
      }
      const groups = asArray(record.security_groups)
      const isFiltered = record.port_security_enabled !== false && !String(record.device_owner).startsWith('network:')
      return {
        ...record,
        mac_address: mac,
        fixed_ips: addressesFor(record, record.fixed_ips ?? firstSubnets(String(network.id))),
        security_groups:
          isFiltered && !('security_groups' in asObject(call.body.port)) ? [defaultGroup(record)] : groups,
        status: 'DOWN',
      }
    },
    changed: (record, changes) => ({
      ...record,
      ...changes,
      ...(changes.fixed_ips && {fixed_ips: addressesFor(record, changes.fixed_ips)}),
      ...(changes.extra_dhcp_opts && {
        extra_dhcp_opts: optionsAfter(asArray(record.extra_dhcp_opts), asArray(changes.extra_dhcp_opts)),
      }),
    }),
    beforeDelete({id, device_owner: owner}) {
      if (String(owner).startsWith('network:router_'))
        throw conflict(`Port ${id} cannot be deleted directly via the port API: has device owner ${owner}.`)
    },
  })

  /** The first subnet of each IP version, which a port gets addresses of by itself. */
  function firstSubnets(network: string): Json[] {
    const all = subnets.find({network_id: network})
    return [4, 6].flatMap((version) => {
      const [subnet] = all.filter((one) => one.ip_version === version)
      return subnet ? [{subnet_id: String(subnet.id)}] : []
    })
  }

  /** A free address where only the subnet is given; the only subnet where only the address is. */
  function addressesFor({id, network_id: network}: JsonObject, given: Json): JsonObject[] {
    const used = new Set(
      records
        .find({network_id: String(network)})
        .filter((port) => port.id !== id)
        .flatMap((port) => asArray(port.fixed_ips).map((one) => String(asObject(one).ip_address))),
    )
    return asArray(given).map((one) => {
      const {subnet_id: wanted, ip_address: ip} = asObject(one)
      const subnet = subnetFor(String(network), asText(wanted), asText(ip))
      if (ip !== undefined && used.has(String(ip)))
        throw conflict(`IP address ${ip} already allocated in subnet ${subnet.id}`)
      const address = asText(ip) ?? freeAddress(subnet, used)
      if (address === undefined) throw conflict(`No more IP addresses available on network ${network}.`)
      used.add(address)
      return {subnet_id: String(subnet.id), ip_address: address}
    })
  }

  function subnetFor(network: string, id: string | undefined, ip: string | undefined): JsonObject {
    const all = subnets.find({network_id: network})
    const address = addressOf(ip ?? '')
    const subnet = all.find((one) =>
      id === undefined ? address === undefined || contains(rangeOfSubnet(one), address) : one.id === id,
    )
    if (!subnet && id === undefined && ip !== undefined) {
      throw badRequest(`IP address ${ip} is not a valid IP for any of the subnets on the specified network.`)
    }
    if (!subnet) throw badRequest('Invalid input for operation: Subnet is not valid for the network of the port.')
    if (ip !== undefined) checkAddress(subnet, ip)
    return subnet
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
