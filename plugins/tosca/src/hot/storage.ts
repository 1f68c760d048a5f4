import type {Json, JsonObject} from '@osc-cli/core'
import {gigabytes} from '#hot/parameters'
import {type Resource, referenceTo, resource, type Translation} from '#hot/resource'
import {hotValue} from '#hot/value'
import {isFunction} from '#model/functions'
import type {Node} from '#model/model'
import {sizeIn} from '#model/scalars'
import {placeOfValue} from '#yaml/places'

/** A volume; with volume_id an existing one. */
export function translateVolume(node: Node, volume: Resource, translation: Translation): void {
  const {volume_id: id, ...properties} = node.properties
  if (id !== undefined) volume.existing = hotValue(id, {node}, translation) ?? null
  volume.properties = Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      name === 'size' && !isFunction(value)
        ? sizeOf(node, value ?? null, translation)
        : hotValue(value, {node}, translation),
    ]),
  )
}

function sizeOf(node: Node, value: Json, {faults}: Translation): Json {
  const size = gigabytes(value)
  if (!size) faults.add(placeOfValue(node.body.properties, 'size'), `node ${node.name}: a size must be more than 0`)
  return size ?? null
}

/** The attachments of a server's volumes, numbered over the whole template. */
export function translateAttachments(node: Node, first: number, translation: Translation): Resource[] {
  const {types} = translation.template
  const volumes = node.requirements.filter(({target}) => target && types.isA(target.type, 'tosca.nodes.BlockStorage'))
  return volumes.flatMap(({target, relationship}, index) => {
    const volume = target && translation.ofNode.get(target)
    if (!volume || !relationship || !types.isA(relationship.type, 'tosca.relationships.AttachesTo')) return []
    const scope = {node, source: node, target}
    // Heat has nothing for `device`.
    const {location, device: _, ...others} = relationship.properties
    const own = {...others, ...(location !== undefined && {mountpoint: location})}
    const name = `${relationship.name.toLowerCase()}_${first + index}`
    return resource(name, 'OS::Cinder::VolumeAttachment', {
      ...(hotValue(own, scope, translation) as JsonObject),
      instance_uuid: {get_resource: node.name},
      volume_id: referenceTo(volume),
    })
  })
}

/** A container that everybody may read. */
export function translateContainer(node: Node, container: Resource, translation: Translation): void {
  const {name, size, maxsize} = node.properties
  const quota = maxsize ?? size
  const bytes = isFunction(quota) ? hotValue(quota, {node}, translation) : quota && sizeIn('B', quota)
  container.properties = {
    ...(name !== undefined && {name: hotValue(name, {node}, translation)}),
    ...(bytes !== undefined && {'X-Container-Meta': {'Quota-Bytes': bytes}}),
    'X-Container-Read': '.r:*',
  }
}
