import {asArray, asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {defined, type Resource, resource, type Translation} from '#hot/resource'
import {hotValue} from '#hot/value'
import type {Node} from '#model/model'
import {sizeIn} from '#model/scalars'

// The types of ETSI NFV-SOL 001.

/** A virtual machine, with a flavor of its own. Its image is left to the user. */
export function translateVdu(node: Node, server: Resource, translation: Translation): void {
  const {types} = translation.template
  const storages = node.requirements.filter(({name}) => name === 'virtual_storage').flatMap(({target}) => target ?? [])
  const volumes = storages.filter(({type}) => types.isA(type, 'tosca.nodes.nfv.Vdu.VirtualBlockStorage'))
  for (const storage of storages)
    if (!volumes.includes(storage))
      translation.notes.push(`Storage ${storage.name} of ${node.name} is left out: it is not block storage.`)
  const mapping = volumes.map(({name}): Json => ({volume_id: {get_resource: name}}))
  const flavor = `${node.name}_flavor`
  server.properties = {
    flavor: {get_resource: flavor},
    ...defined({name: hotValue(node.properties.name, {node}, translation)}),
    ...imageOf(node, translation),
    ...(mapping.length > 0 && {block_device_mapping_v2: mapping}),
    ...server.properties,
  }
  translation.resources.push(resource(flavor, 'OS::Nova::Flavor', flavorOf(node, translation)))
}

/** Heat cannot make an image of a file; the user has to name one. */
function imageOf(node: Node, {notes}: Translation): JsonObject {
  if (node.properties.sw_image_data === undefined) return {}
  notes.push(`Set the image of ${node.name}: Heat cannot upload the one of the template.`)
  return {image: null}
}

function flavorOf(node: Node, translation: Translation): JsonObject {
  const compute = hotValue(node.capabilities.get('virtual_compute')?.properties ?? {}, {node}, translation)
  const {
    virtual_cpu: cpu,
    virtual_memory: memory,
    virtual_local_storage: disks,
    compute_requirements,
  } = asObject(compute)
  const [disk] = asArray(disks)
  return defined({
    vcpus: asObject(cpu).num_virtual_cpu,
    ram: whole(sizeIn('MiB', asObject(memory).virtual_mem_size ?? null)),
    disk: whole(sizeIn('GiB', asObject(disk).size_of_storage ?? null)),
    extra_specs: extraSpecs(node, asObject(compute_requirements).nova_extra_specs, translation),
  })
}

const whole = (size: number | undefined): number | undefined => (size === undefined ? undefined : Math.ceil(size))

/** Extra specs are JSON in a text. */
function extraSpecs(node: Node, value: Json | undefined, {notes}: Translation): Json | undefined {
  const text = asText(value)
  if (text === undefined) return value
  try {
    return JSON.parse(text) as Json
  } catch {
    notes.push(`The compute_requirements of ${node.name} are left out: nova_extra_specs is not JSON.`)
    return undefined
  }
}

/** A volume. */
export function translateVirtualStorage(node: Node, volume: Resource, translation: Translation): void {
  const {size_of_storage: size = null} = asObject(node.properties.virtual_block_storage_data)
  volume.properties = {...imageOf(node, translation), ...defined({size: whole(sizeIn('GiB', size))})}
}

/** A network with its subnet and, where there is a limit for leaves, its QoS; undefined layers make nothing. */
export function translateVirtualLink(node: Node, network: Resource, translation: Translation): void {
  const layers = asArray(asObject(node.properties.connectivity_type).layer_protocols).map(String)
  const version = layers.includes('ipv4') ? 4 : layers.includes('ipv6') ? 6 : undefined
  if (version === undefined) {
    network.type = undefined
    translation.notes.push(`Virtual link ${node.name} is left out: its layer_protocols are ${layers.join(', ')}.`)
    return
  }
  const profile = asObject(node.properties.vl_profile)
  const {leaf} = asObject(profile.max_bitrate_requirements)
  const [data] = asArray(profile.virtual_link_protocol_data)
  translation.resources.push(
    resource(`${node.name}_subnet`, 'OS::Neutron::Subnet', {
      ip_version: version,
      network: {get_resource: node.name},
      ...defined({cidr: asObject(asObject(data).l3_protocol_data).cidr}),
    }),
  )
  if (leaf === undefined) return
  const policy = {get_resource: `${node.name}_qospolicy`}
  network.properties = {qos_policy: policy}
  translation.resources.push(
    resource(policy.get_resource, 'OS::Neutron::QoSPolicy'),
    resource(`${node.name}_bandwidth`, 'OS::Neutron::QoSBandwidthLimitRule', {policy, max_kbps: Number(leaf) / 1024}),
  )
}

/** A port on a virtual link. */
export function translateConnectionPoint(node: Node, port: Resource, translation: Translation): void {
  const link = targetOf(node, 'virtual_link')
  if (!link) translation.notes.push(`Set the network of port ${node.name}: it is outside the template.`)
  port.properties = {
    network: link ? {get_resource: link.name} : null,
    ...defined({'binding:vnic_type': hotValue(node.properties.vnic_type, {node}, translation)}),
  }
}

/** The virtual machine that a connection point belongs to. */
export const machineOfPoint = (node: Node): Node | undefined => targetOf(node, 'virtual_binding')

const targetOf = ({requirements}: Node, name: string): Node | undefined =>
  requirements.find((each) => each.name === name)?.target
