import {asArray, asObject, asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import type {Faults} from '#faults'
import {operationsOf, typeOperations} from '#model/interfaces'
import {checkKeys, KEYS} from '#model/keys'
import type {Node, Relationship, Template} from '#model/model'
import {checkProperties, withDefaults} from '#model/values'
import {placeOfKey, placeOfValue} from '#yaml/places'

const HOSTED_ON = 'tosca.relationships.HostedOn'

/** The nodes that a requirement can lead to. */
export interface Targets {
  /** Of all node templates, also of those with faults. */
  names: ReadonlySet<string>
  ofType(name: string): readonly Node[]
}

/** Finds what fulfills the requirements of a node. */
export function connect(node: Node, targets: Targets, template: Template, faults: Faults): void {
  const defined = new Map(template.types.requirements(node.type))
  const {requirements} = node.body
  for (const holder of asArray(requirements).map(asObject)) {
    for (const [name, body] of assignmentsIn(holder)) {
      const definition = defined.get(name)
      if (definition === undefined) reportUnknown(node, {name, body, holder}, defined, faults)
      checkKeys(body, KEYS.requirement, `requirement ${name} of node ${node.name}`, faults)
      const target = targetOf({node, name, body, holder}, targets, template, faults)
      const relationship = relationshipOf({node, name, body, holder}, definition, template, faults)
      const isHost = name === 'host' || (relationship !== undefined && template.types.isA(relationship.type, HOSTED_ON))
      node.requirements.push({name, body, target, relationship, holder, isHost})
    }
  }
  if (requirements === undefined || Array.isArray(requirements)) checkMissing(node, defined, faults)
  checkCapabilities(node, defined, template, faults)
}

/** tosca-parser accepts unknown requirements that are mappings: `local_storage2` beside `local_storage1`. */
function reportUnknown(
  node: Node,
  {name, body, holder}: Omit<Assignment, 'node'>,
  defined: ReadonlyMap<string, JsonObject>,
  faults: Faults,
): void {
  const fault = [
    placeOfKey(holder, name),
    `node ${node.name} has no requirement ${name}`,
    {name, known: () => defined.keys()},
  ] as const
  if (isObject(body)) faults.note(...fault)
  else faults.add(...fault)
}

/** `host: server`, `host: {node: server}`, and what results when the lines below `host:` are not indented. */
function assignmentsIn(holder: JsonObject): [string, Json][] {
  const entries = Object.entries(holder).map(([name, body]): [string, Json] => [name, body ?? null])
  const [first, ...others] = entries
  if (first === undefined || first[1] !== null || others.length === 0) return entries
  return others.every(([key]) => KEYS.requirement.has(key)) ? [[first[0], Object.fromEntries(others)]] : entries
}

interface Assignment {
  node: Node
  name: string
  body: Json
  holder: JsonObject
}

function targetOf(
  {node, name, body, holder}: Assignment,
  {names, ofType}: Targets,
  {types, nodeNamed}: Template,
  faults: Faults,
): Node | undefined {
  const wanted = asText(body) ?? asText(asObject(body).node)
  if (wanted === undefined) return undefined
  const place = isObject(body) ? placeOfValue(body, 'node') : placeOfValue(holder, name)
  const found = nodeNamed.get(wanted)
  if (found === node) {
    faults.add(place, `requirement ${name} of node ${node.name} refers to the node itself`)
    return undefined
  }
  if (found || names.has(wanted)) return found
  const type = types.find('node', wanted)
  if (!type) {
    faults.add(place, `requirement ${name} of node ${node.name}: node ${wanted} is not defined`, {
      name: wanted,
      known: () => names,
    })
    return undefined
  }
  // A type instead of a node: the only node of that type.
  const candidates = ofType(type.name).filter((each) => each !== node)
  if (candidates.length !== 1)
    faults.add(
      place,
      `requirement ${name} of node ${node.name} is not met: ${candidates.length} nodes of type ${wanted}`,
    )
  return candidates.length === 1 ? candidates[0] : undefined
}

/** Requirements that the type demands and the node does not assign. */
function checkMissing(node: Node, defined: ReadonlyMap<string, JsonObject>, faults: Faults): void {
  for (const [name, {occurrences}] of defined) {
    const [least = 1] = asArray(occurrences)
    const count = node.requirements.filter((each) => each.name === name).length
    if (count < Number(least)) faults.add(placeOfKey(node.body, 'type'), `node ${node.name} requires ${name}`)
  }
}

/** Nodes that a requirement leads to, but that do not have the capability that it asks for. */
function checkCapabilities(
  node: Node,
  defined: ReadonlyMap<string, JsonObject>,
  {types}: Template,
  faults: Faults,
): void {
  for (const {name, body, holder, target} of node.requirements) {
    const own = asText(asObject(body).capability)
    const definition = defined.get(name)
    const wanted = own ?? asText(definition?.capability)
    if (target === undefined || wanted === undefined || target.capabilities.has(wanted)) continue
    // A FloatingIP requires a capability of a Port that TOSCA does not give to a Port.
    if (own === undefined && types.isA(target.type, asText(definition?.node) ?? '')) continue
    const type = types.find('capability', wanted)
    if (type && [...target.capabilities.values()].some((each) => types.isA(each.type, type.name))) continue
    faults.add(
      isObject(body) ? placeOfValue(body, 'node') : placeOfValue(holder, name),
      `requirement ${name} of node ${node.name} is not met: node ${target.name} has no capability ${wanted}`,
    )
  }
}

function relationshipOf(
  {node, name, body, holder}: Assignment,
  definition: JsonObject | undefined,
  template: Template,
  faults: Faults,
): Relationship | undefined {
  const {types} = template
  const assigned = asObject(body).relationship
  const given = asText(assigned) ?? asText(asObject(assigned).template) ?? asText(asObject(assigned).type)
  const templates = asObject(template.topology.relationship_templates)
  const relationTemplate = given === undefined ? undefined : templates[given]
  const preset = asText(definition?.relationship) ?? asText(asObject(definition?.relationship).type)
  const typeName = isObject(relationTemplate) ? asText(relationTemplate.type) : (given ?? preset)
  if (typeName === undefined) return undefined
  const type = types.find('relationship', typeName)
  if (!type) {
    const place = isObject(assigned) ? placeOfValue(assigned, 'type') : placeOfValue(body, 'relationship')
    const where = isObject(relationTemplate)
      ? placeOfValue(relationTemplate, 'type')
      : isObject(body)
        ? place
        : placeOfValue(holder, name)
    faults.add(where, `requirement ${name} of node ${node.name}: relationship ${typeName} is not defined`, {
      name: typeName,
      known: () => [...Object.keys(templates), ...types.names('relationship')],
    })
    return undefined
  }
  const inline = asObject(assigned)
  checkKeys(assigned, KEYS.relationship, `relationship of requirement ${name} of node ${node.name}`, faults)
  const values = {...asObject(asObject(relationTemplate).properties), ...asObject(inline.properties)}
  const schemas = types.section(type, 'properties')
  const spot = {holder, key: name, what: `relationship ${given ?? type.name} of node ${node.name}`}
  if (given !== undefined)
    checkProperties(asObject(inline.properties ?? asObject(relationTemplate).properties), schemas, spot, {
      types,
      report: faults.add.bind(faults),
    })
  const operations = new Map([
    ...typeOperations(type, types),
    ...operationsOf(`relationship ${given}`, type, asObject(relationTemplate), types, faults),
    ...operationsOf(spot.what, type, inline, types, faults),
  ])
  return {
    type,
    name: given ?? type.name,
    properties: withDefaults(values, schemas),
    operations: [...operations.values()],
  }
}

/** The node that a chain of requirements for a host leads to and for which `matches` holds. */
export function hostWhere(node: Node, matches: (host: Node) => boolean): Node | undefined {
  const visited = new Set<Node>()
  for (let next: Node | undefined = node; next && !visited.has(next); ) {
    visited.add(next)
    const host: Node | undefined = next.requirements.find((each) => each.isHost)?.target
    if (host && matches(host)) return host
    next = host
  }
  return undefined
}
