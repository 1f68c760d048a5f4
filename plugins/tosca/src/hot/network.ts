import type {Json, JsonObject} from '@osc-cli/core'
import {type Resource, referenceTo, resource, type Translation} from '#hot/resource'
import {hotValue} from '#hot/value'
import type {Node} from '#model/model'
import {placeOfValue} from '#yaml/places'

const SUBNET_PROPERTIES = ['ip_version', 'cidr', 'gateway_ip']

/** A network and its subnet. By ID, or by name alone, an existing network. */
export function translateNetwork(node: Node, network: Resource, translation: Translation): Resource[] {
  const properties = hotValue(node.properties, {node}, translation) as JsonObject
  const {network_id: id, network_name: name, cidr} = properties
  const existing = id ?? (cidr === undefined ? name : undefined)
  if (existing !== undefined) {
    network.existing = existing
    return []
  }
  network.properties = {...(name !== undefined && {name}), ...providerOf(properties)}
  const own = SUBNET_PROPERTIES.filter((key) => properties[key] !== undefined).map((key) => [key, properties[key]])
  return [
    resource(`${node.name}_subnet`, 'OS::Neutron::Subnet', {
      ...Object.fromEntries(own),
      network: {get_resource: node.name},
      ...poolOf(node, properties, translation),
      ...(properties.dhcp_enabled === false && {enable_dhcp: false}),
    }),
  ]
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

function poolOf(node: Node, {start_ip: start, end_ip: end}: JsonObject, {faults}: Translation): JsonObject {
  if (start === undefined && end === undefined) return {}
  if (start !== undefined && end !== undefined) return {allocation_pools: [{start, end}]}
  const given = start === undefined ? 'end_ip' : 'start_ip'
  const missing = start === undefined ? 'start_ip' : 'end_ip'
  faults.add(placeOfValue(node.body.properties, given), `node ${node.name}: ${given} requires ${missing}`)
  return {}
}

const NOT_OF_HEAT = new Set(['order', 'is_default', 'ip_range_start', 'ip_range_end', 'ip_address'])

/** The ports, and the networks of the servers that they belong to. */
export function translatePorts(nodes: readonly Node[], translation: Translation): void {
  const {types} = translation.template
  const ofServer = new Map<Node, Node[]>()
  for (const node of nodes) {
    const port = translation.ofNode.get(node)
    if (!port) continue
    const properties = hotValue(node.properties, {node}, translation) as JsonObject
    const {ip_address: address} = properties
    const link = related(node, 'tosca.relationships.network.LinksTo', translation)
    const server = related(node, 'tosca.relationships.network.BindsTo', translation)
    const network = link && translation.ofNode.get(link)
    port.properties = {
      ...(address !== undefined && {fixed_ips: [{ip_address: address}]}),
      ...Object.fromEntries(Object.entries(properties).filter(([name]) => !NOT_OF_HEAT.has(name))),
      ...(network && {network: referenceTo(network)}),
    }
    if (server && types.isA(server.type, 'tosca.nodes.Compute'))
      ofServer.set(server, [...(ofServer.get(server) ?? []), node])
  }
  for (const [node, ports] of ofServer) {
    const server = translation.ofNode.get(node)
    const inOrder = ports.toSorted((one, other) => orderOf(one) - orderOf(other))
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
