import {asArray, asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {idNamed} from '#sandbox/resources/openstack/names'
import {portBody} from '#sandbox/resources/openstack/network'
import {ifThere, ignoringMissing} from '#sandbox/resources/openstack/rest-type'
import {portsOf} from '#sandbox/resources/openstack/server-addresses'
import type {Handle} from '#sandbox/resources/type'

/** The `networks` of a request to Nova; undefined without any. Creates the ports that Nova cannot create. */
export async function nicsOf(
  handle: Handle,
  networks: readonly Json[],
  groups: readonly Json[],
): Promise<Json | undefined> {
  if (networks.length === 0) return undefined
  const special = networks.map((one) => asText(asObject(one).allocate_network)).find((one) => one !== undefined)
  if (special !== undefined) return special
  const nics: JsonObject[] = []
  for (const [i, network] of networks.map(asObject).entries()) nics.push(await nicOf(handle, network, groups, i))
  return nics
}

async function nicOf(handle: Handle, network: JsonObject, groups: readonly Json[], index: number): Promise<JsonObject> {
  const {port, uuid, network: id, fixed_ip: address} = network
  if (port) return {port}
  if (network.subnet || network.port_extra_properties) return {port: await makePort(handle, network, groups, index)}
  return {uuid: id ?? uuid ?? null, ...(address ? {fixed_ip: address} : {})}
}

/** Nova's API takes neither a subnet nor further properties of a port, so Heat creates the port. */
async function makePort(handle: Handle, network: JsonObject, groups: readonly Json[], index: number): Promise<string> {
  const {services, record} = handle
  const subnet = asText(network.subnet)
  const subnetId = subnet === undefined ? undefined : idNamed('neutron.subnet', subnet, services)
  const {value_specs: specs, ...extra} = asObject(network.port_extra_properties ?? {})
  const given = Object.fromEntries(Object.entries(extra).filter(([, value]) => (value ?? null) !== null))
  const body = portBody({
    ...given,
    ...asObject(specs ?? {}),
    name: `${record.physicalName}-port-${index}`,
    network_id: network.network ?? network.uuid ?? networkOf(handle, subnetId),
    ...(subnetId !== undefined || network.fixed_ip
      ? {fixed_ips: [{subnet_id: subnetId ?? null, ip_address: network.fixed_ip ?? null}]}
      : {}),
    ...(groups.length > 0
      ? {security_groups: groups.map((group) => idNamed('neutron.security_group', asText(group) ?? '', services))}
      : {}),
  })
  const {port} = await services.send('POST', 'network', '/v2.0/ports', {port: body})
  const id = asText(asObject(port).id) ?? ''
  handle.setData({internal_ports: [...internalPorts(handle), id]})
  return id
}

const networkOf = ({services}: Handle, subnet: string | undefined): Json => {
  const {subnet: record} = services.get('network', `/v2.0/subnets/${subnet}`)
  return asObject(record).network_id ?? null
}

const internalPorts = ({record}: Handle): string[] =>
  asArray(record.data.internal_ports).flatMap((id) => asText(id) ?? [])

/** Deletes the ports that Heat created for a server. */
export async function removeInternalPorts(handle: Handle): Promise<void> {
  for (const id of internalPorts(handle))
    await ignoringMissing(() => handle.services.send('DELETE', 'network', `/v2.0/ports/${id}`))
  handle.setData({internal_ports: []})
}

/** The port of a server that an entry of `networks` stands for. */
function portFor(handle: Handle, network: JsonObject): JsonObject | undefined {
  const ports = portsOf(handle.record.physicalId ?? '', handle.services)
  const {port, network: id, uuid, subnet, fixed_ip: address} = network
  return ports.find(
    (one) =>
      (port ? one.id === port : true) &&
      (id || uuid ? one.network_id === (id ?? uuid) : true) &&
      (subnet ? JSON.stringify(one.fixed_ips).includes(subnetId(handle, subnet)) : true) &&
      (address ? JSON.stringify(one.fixed_ips).includes(`"${asText(address)}"`) : true),
  )
}

const subnetId = ({services}: Handle, subnet: Json): string =>
  ifThere(() => idNamed('neutron.subnet', asText(subnet) ?? '', services)) ?? ''

/** Connects the floating IPs that `networks` names. */
export async function connectFloatingIps(handle: Handle, networks: readonly Json[]): Promise<void> {
  for (const network of networks.map(asObject)) {
    if (!network.floating_ip) continue
    const port = portFor(handle, network)
    const path = `/v2.0/floatingips/${asText(network.floating_ip)}`
    await handle.services.send('PUT', 'network', path, {floatingip: {port_id: port?.id ?? null}})
  }
}

/** Detaches the networks that are gone, and attaches the new ones. */
export async function updateNetworks(
  handle: Handle,
  before: readonly Json[],
  after: readonly Json[],
  groups: readonly Json[],
) {
  const {services, record} = handle
  const path = `/v2.1/servers/${record.physicalId}/os-interface`
  const isIn = (list: readonly Json[], one: Json) => list.some((other) => JSON.stringify(other) === JSON.stringify(one))
  for (const network of before.filter((one) => !isIn(after, one)).map(asObject)) {
    const port = portFor(handle, network)
    if (port) await ignoringMissing(() => services.send('DELETE', 'compute', `${path}/${asText(port.id)}`))
  }
  const added = after.filter((one) => !isIn(before, one)).map(asObject)
  for (const [i, network] of added.entries()) {
    const {port, uuid, fixed_ip: address} = await nicOf(handle, network, groups, before.length + i)
    const ips = address ? {fixed_ips: [{ip_address: address}]} : {}
    await services.send('POST', 'compute', path, {
      interfaceAttachment: port ? {port_id: port} : {net_id: uuid ?? null, ...ips},
    })
  }
  await connectFloatingIps(handle, added)
}
