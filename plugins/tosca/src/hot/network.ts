import {asText, type Json, type JsonObject} from '@osc-cli/core'
import {defined, isCompute, type Resource, referenceTo, resource, type Translation} from '#hot/resource'
import {hotValue} from '#hot/value'
import type {Node} from '#model/model'

const SUBNET_PROPERTIES = ['ip_version', 'cidr', 'gateway_ip']

/** A network and its subnet. By ID, or by name alone, an existing network. */
export function translateNetwork(node: Node, network: Resource, translation: Translation): void {
  const properties = hotValue(node.properties, {node}, translation) as JsonObject
  const {network_id: id, network_name: name, cidr} = properties
  const existing = id ?? (cidr === undefined ? name : undefined)
  if (existing !== undefined) {
    network.existing = existing
    return
  }
  network.properties = {...(name !== undefined && {name}), ...providerOf(properties)}
  const own = SUBNET_PROPERTIES.filter((key) => properties[key] !== undefined).map((key) => [key, properties[key]])
  translation.resources.push(
    resource(`${node.name}_subnet`, 'OS::Neutron::Subnet', {
      ...Object.fromEntries(own),
      network: {get_resource: node.name},
      ...poolOf(properties),
      ...(properties.dhcp_enabled === false && {enable_dhcp: false}),
    }),
  )
}

function providerOf({segmentation_id: segment, network_type: type = 'vxlan', physical_network: physical}: JsonObject) {
  if (segment === undefined) return {}
  const specs = {
    'provider:segmentation_id': segment,
    'provider:network_type': type,
    ...(physical !== undefined && {'provider:physical_network': physical}),
  }
  return {value_specs: specs}
}

const poolOf = ({start_ip: start, end_ip: end}: JsonObject): JsonObject =>
  start === undefined || end === undefined ? {} : {allocation_pools: [{start, end}]}

const NOT_OF_HEAT = new Set(['order', 'is_default', 'ip_range_start', 'ip_range_end', 'ip_address'])

const VNIC_TYPES = new Map([
  ['sriov', 'direct'],
  ['vnic', 'normal'],
])

/** Properties of Tacker's ports, as Tacker translates them: Heat rejects a port that has them. */
function tackerProperties({management: _, ...properties}: JsonObject): JsonObject {
  const {anti_spoofing_protection: security, type, ...others} = properties
  return {
    ...others,
    ...defined({port_security_enabled: security, 'binding:vnic_type': VNIC_TYPES.get(asText(type) ?? '')}),
  }
}

/** A port on a network. */
export function translatePort(node: Node, port: Resource, translation: Translation): void {
  const assigned = hotValue(node.properties, {node}, translation) as JsonObject
  const properties = translation.template.types.isA(node.type, 'tosca.nodes.nfv.CP')
    ? tackerProperties(assigned)
    : assigned
  const {ip_address: address} = properties
  const link = related(node, 'tosca.relationships.network.LinksTo', translation)
  const network = link && translation.ofNode.get(link)
  port.properties = {
    ...(address !== undefined && {fixed_ips: [{ip_address: address}]}),
    ...Object.fromEntries(Object.entries(properties).filter(([name]) => !NOT_OF_HEAT.has(name))),
    ...(network && {network: referenceTo(network)}),
  }
}

/** The server that a port belongs to. */
export function serverOfPort(node: Node, translation: Translation): Node | undefined {
  const server = related(node, 'tosca.relationships.network.BindsTo', translation)
  return server && isCompute(translation, server) ? server : undefined
}

/** Connects servers to their ports, in the order that the ports say. */
export function connectPorts(
  ports: readonly Node[],
  serverOf: (port: Node) => Node | undefined,
  {ofNode}: Translation,
): void {
  for (const [node, own] of Map.groupBy(ports, serverOf)) {
    const server = node && ofNode.get(node)
    const inOrder = own.toSorted((one, other) => orderOf(one) - orderOf(other))
    if (server) server.properties.networks = inOrder.map(({name}): Json => ({port: {get_resource: name}}))
  }
}

const orderOf = ({properties}: Node): number => Number(properties.order ?? 0)

/** The first node that a relationship of this type leads to. */
const related = (node: Node, type: string, {template}: Translation): Node | undefined =>
  node.requirements.find(({relationship}) => relationship && template.types.isA(relationship.type, type))?.target

/** A floating IP, and the port that it belongs to. */
export function translateFloatingIp(node: Node, address: Resource, translation: Translation): void {
  const port = related(node, 'tosca.relationships.network.LinksTo', translation)
  address.properties = {
    ...(hotValue(node.properties, {node}, translation) as JsonObject),
    ...(port && {port_id: {get_resource: port.name}}),
  }
}
