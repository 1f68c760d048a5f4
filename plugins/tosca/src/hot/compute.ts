import {asText, type Json, type JsonObject} from '@osc-cli/core'
import {chooseFlavor, chooseImage} from '#hot/choose'
import type {Resource, Translation} from '#hot/resource'
import {staticValue} from '#hot/static'
import {hotValue} from '#hot/value'
import {KEY_NAME} from '#model/inputs'
import type {Node} from '#model/model'
import {placeOfKey} from '#yaml/places'

/** Properties of OS::Nova::Server that a node type may have as its own. */
const SERVER_PROPERTIES = new Set([
  'admin_pass',
  'availability_zone',
  'block_device_mapping',
  'block_device_mapping_v2',
  'config_drive',
  'diskConfig',
  'flavor',
  'flavor_update_policy',
  'image',
  'image_update_policy',
  'key_name',
  'metadata',
  'name',
  'networks',
  'personality',
  'reservation_id',
  'scheduler_hints',
  'security_groups',
  'software_config_transport',
  'user_data',
  'user_data_format',
  'user_data_update_policy',
])

/** A server, with the flavor and image that fit the capabilities of its node best. */
export function translateCompute(node: Node, server: Resource, translation: Translation): void {
  const own = Object.entries(node.properties).filter(([name]) => SERVER_PROPERTIES.has(name))
  const properties: JsonObject = {
    ...flavorAndImage(node, new Set(own.map(([name]) => name)), translation),
    user_data_format: 'SOFTWARE_CONFIG',
    ...keyName(translation),
  }
  for (const [name, value] of own) properties[name] = hotValue(value, {node}, translation)
  // Ports add networks.
  server.properties = {...properties, ...server.properties}
}

function flavorAndImage(node: Node, own: ReadonlySet<string>, translation: Translation): JsonObject {
  const {flavors, images, notes, faults} = translation
  const [host, os] = ['host', 'os'].map((name) => staticValues(node, name, translation))
  const result: JsonObject = {}
  if (!own.has('flavor') && host && Object.keys(host).length > 0) {
    const flavor = chooseFlavor(flavors, host)
    if (flavor) result.flavor = flavor.name
    else
      faults.add(
        placeOfKey(node.body, 'capabilities'),
        `node ${node.name}: no flavor is large enough (${textOf(host)})`,
      )
  } else if (!own.has('flavor')) notes.push(`Node ${node.name} does not say how large it is: set its flavor.`)
  if (own.has('image') || !os || Object.keys(os).length === 0) return result
  const image = asText(os.image) ?? chooseImage(images, os)?.id
  if (image) result.image = image
  else notes.push(`No image fits node ${node.name} (${textOf(os)}): set its image.`)
  return result
}

const textOf = (values: JsonObject): string =>
  Object.entries(values)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ')

/** The properties of a capability with inputs replaced by their values. */
function staticValues(node: Node, capability: string, translation: Translation): JsonObject {
  const properties = node.capabilities.get(capability)?.properties ?? {}
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]): [string, Json][] => {
      const known = staticValue(value, {node}, translation)
      return known === undefined ? [] : [[name, known]]
    }),
  )
}

/** The key pair of every server, where the template or the command line has one. */
function keyName({template, values}: Translation): JsonObject {
  const isKnown = values[KEY_NAME] !== undefined || template.inputNamed.has(KEY_NAME)
  return isKnown ? {key_name: {get_param: KEY_NAME}} : {}
}
