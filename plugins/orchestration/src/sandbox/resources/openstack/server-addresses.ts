import {isIP} from 'node:net'
import {asArray, asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {ifThere} from '#sandbox/resources/openstack/rest-type'
import type {Handle} from '#sandbox/resources/type'

type Services = Handle['services']

/** The ports of a server. */
export const portsOf = (server: string, services: Services): JsonObject[] =>
  asArray(services.get('network', `/v2.0/ports?device_id=${server}`).ports).map(asObject)

const show = (services: Services, collection: string, member: string, id: Json | undefined): JsonObject =>
  asObject(ifThere(() => services.get('network', `/v2.0/${collection}/${asText(id)}`)[member]) ?? {})

/** The ports of a server with their networks. */
const networkPorts = (server: string, services: Services) =>
  portsOf(server, services).map((port) => ({port, network: show(services, 'networks', 'network', port.network_id)}))

/** Heat lists each network by its name and by its ID. */
function byNetwork(server: string, services: Services, entriesOf: (port: JsonObject, network: JsonObject) => Json[]) {
  const result: JsonObject = {}
  const ports = networkPorts(server, services)
  for (const key of ['name', 'id'])
    for (const {port, network} of ports) {
      const name = asText(network[key]) ?? ''
      result[name] = [...asArray(result[name] ?? []), ...entriesOf(port, network)]
    }
  return result
}

const fixedIpsOf = ({fixed_ips: ips}: JsonObject): JsonObject[] => asArray(ips).map(asObject)

const floatingIps = (services: Services, address: Json): JsonObject[] =>
  asArray(services.get('network', `/v2.0/floatingips?fixed_ip_address=${asText(address)}`).floatingips).map(asObject)

/** The attribute `addresses`. */
export const addressesOf = (server: string, {services}: Handle): JsonObject =>
  byNetwork(server, services, (port, network) => {
    const mac = {'OS-EXT-IPS-MAC:mac_addr': port.mac_address}
    return fixedIpsOf(port).flatMap(({ip_address: address = null}) => {
      // The real Heat has a list here, too.
      const version = [isIP(asText(address) ?? '')]
      const floating = floatingIps(services, address).map((ip): Json => {
        return {addr: ip.floating_ip_address, version, ...mac, 'OS-EXT-IPS:type': 'floating', port: null}
      })
      const subnets = fixedIpsOf(port).map(({subnet_id: id}) => show(services, 'subnets', 'subnet', id))
      const fixed = {addr: address, ...mac, 'OS-EXT-IPS:type': 'fixed', port: port.id, version, subnets, network}
      return [...floating, fixed]
    })
  })

/** The attribute `networks`. */
export const networksOf = (server: string, {services}: Handle): JsonObject =>
  byNetwork(server, services, (port) =>
    fixedIpsOf(port).flatMap(({ip_address: address = null}) => [
      address,
      ...floatingIps(services, address).map((ip) => ip.floating_ip_address ?? null),
    ]),
  )

/** The attribute `first_address`. */
export const firstAddress = (server: string, {services}: Handle): Json =>
  portsOf(server, services).flatMap(fixedIpsOf)[0]?.ip_address ?? ''
