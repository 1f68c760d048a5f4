import {asObject, asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import type {Faults} from '#faults'
import {operationsOf, typeOperations} from '#model/interfaces'
import {checkKeys, KEYS} from '#model/keys'
import type {Artifact, Capability, Node, Template} from '#model/model'
import {checkParts, NODE_PARTS} from '#model/parts'
import {connect, type Targets} from '#model/requirements'
import {checkProperties, checkValue, schemaOf, withDefaults} from '#model/values'
import type {Type, Types} from '#types/types'
import {placeOfKey, placeOfValue} from '#yaml/places'

/** Sets the nodes of a template, connected by their requirements. */
export function buildNodes(template: Template, faults: Faults): void {
  const templates = asObject(template.topology.node_templates)
  template.nodes = Object.keys(templates).flatMap((name) => buildNode(name, templates, template.types, faults) ?? [])
  const ofType = new Map<string, Node[]>()
  const targets: Targets = {
    names: new Set(Object.keys(templates)),
    ofType(name) {
      const known = ofType.get(name) ?? template.nodes.filter(({type}) => template.types.isA(type, name))
      ofType.set(name, known)
      return known
    },
  }
  template.nodeNamed = new Map(template.nodes.map((node) => [node.name, node]))
  for (const node of template.nodes) connect(node, targets, template, faults)
}

function buildNode(name: string, templates: JsonObject, types: Types, faults: Faults): Node | undefined {
  const own = templates[name]
  if (!isObject(own)) {
    faults.add(placeOfKey(templates, name), `node ${name} must be a mapping`)
    return undefined
  }
  const body = withCopied(own, templates)
  checkKeys(body, KEYS.node, `node ${name}`, faults)
  checkParts(body, NODE_PARTS, `node ${name}: `, faults)
  const typeName = asText(body.type)
  const type = typeName === undefined ? undefined : types.find('node', typeName)
  if (!type) {
    const place = typeName === undefined ? placeOfKey(templates, name) : placeOfValue(body, 'type')
    faults.add(
      place,
      typeName === undefined ? `node ${name} has no type` : `node ${name}: type ${typeName} is not defined`,
      typeName === undefined ? undefined : {name: typeName, known: () => types.names('node')},
    )
    return undefined
  }
  const schemas = types.section(type, 'properties')
  const assigned = asObject(body.properties)
  const holder = body.properties === undefined ? templates : body
  const key = body.properties === undefined ? name : 'properties'
  checkProperties(assigned, schemas, {holder, key, what: `node ${name}`}, checking(types, faults))
  checkAttributes(name, type, body, types, faults)
  return {
    name,
    type,
    body,
    properties: withDefaults(assigned, schemas),
    capabilities: capabilitiesOf(name, type, body, types, faults),
    requirements: [],
    operations: new Map([...typeOperations(type, types), ...operationsOf(`node ${name}`, type, body, types, faults)]),
    artifacts: artifactsOf(name, type, body, types, faults),
  }
}

/** Attributes that a node begins with. */
function checkAttributes(name: string, type: Type, body: JsonObject, types: Types, faults: Faults): void {
  const attributes = asObject(body.attributes)
  const schemas = types.section(type, 'attributes')
  for (const [attribute, value] of Object.entries(attributes)) {
    const what = `attribute ${attribute} of node ${name}`
    const spot = {holder: attributes, key: attribute, what}
    if (schemas[attribute] !== undefined)
      checkValue(value ?? null, schemaOf(schemas[attribute]), spot, checking(types, faults))
    else
      faults.add(placeOfKey(attributes, attribute), `node ${name} has no attribute ${attribute}`, {
        name: attribute,
        known: () => Object.keys(schemas),
      })
  }
}

const checking = (types: Types, faults: Faults) => ({types, report: faults.add.bind(faults)})

/** `copy: other`: what the other node has and this one does not. */
function withCopied(body: JsonObject, templates: JsonObject): JsonObject {
  const source = asText(body.copy)
  const copied = source === undefined ? undefined : templates[source]
  if (!isObject(copied) || copied === body) return body
  return {...copied, ...body}
}

function capabilitiesOf(
  name: string,
  type: Type,
  body: JsonObject,
  types: Types,
  faults: Faults,
): ReadonlyMap<string, Capability> {
  const assigned = asObject(body.capabilities)
  const defined = types.section(type, 'capabilities')
  for (const key of Object.keys(assigned))
    if (defined[key] === undefined)
      faults.add(placeOfKey(assigned, key), `node ${name} has no capability ${key}`, {
        name: key,
        known: () => Object.keys(defined),
      })
    else checkKeys(assigned[key], KEYS.capability, `capability ${key} of node ${name}`, faults)
  const capabilities = new Map<string, Capability>()
  for (const [key, definition] of Object.entries(defined)) {
    const typeName = asText(definition) ?? asText(asObject(definition).type) ?? 'tosca.capabilities.Root'
    const found = types.find('capability', typeName)
    if (!found) {
      faults.add(placeOfValue(definition, 'type'), `capability ${key}: type ${typeName} is not defined`)
      continue
    }
    const schemas = {...types.section(found, 'properties'), ...asObject(asObject(definition).properties)}
    const values = asObject(asObject(assigned[key]).properties)
    if (assigned[key] !== undefined) {
      const spot = {holder: assigned, key, what: `capability ${key} of node ${name}`}
      checkProperties(values, schemas, spot, checking(types, faults))
    }
    const properties = withDefaults(values, schemas)
    checkInstances(name, key, properties, assigned[key], faults)
    capabilities.set(key, {name: key, type: found, properties})
  }
  return capabilities
}

/** The default number of instances is between the smallest and the largest. */
function checkInstances(
  node: string,
  name: string,
  properties: JsonObject,
  assigned: Json | undefined,
  faults: Faults,
) {
  const {min_instances: low, max_instances: high, default_instances: preset} = properties
  if (name !== 'scalable' || ![low, high, preset].every((each) => typeof each === 'number')) return
  if (Number(low) <= Number(preset) && Number(preset) <= Number(high)) return
  const values = asObject(assigned).properties
  faults.add(
    placeOfValue(values, 'default_instances'),
    `node ${node}: default_instances ${preset} is not between min_instances ${low} and max_instances ${high}`,
  )
}

function artifactsOf(
  name: string,
  type: Type,
  body: JsonObject,
  types: Types,
  faults: Faults,
): ReadonlyMap<string, Artifact> {
  const artifacts = {...types.section(type, 'artifacts'), ...asObject(body.artifacts)}
  return new Map(
    Object.entries(artifacts).flatMap(([key, value]): [string, Artifact][] => {
      const simple = asText(value)
      const definition = simple === undefined ? asObject(value) : {file: simple}
      const file = asText(definition.file)
      if (file === undefined) {
        const isOwn = asObject(body.artifacts)[key] !== undefined
        const place = isOwn ? placeOfKey(body.artifacts, key) : placeOfValue(body, 'type')
        faults.add(place, `artifact ${key} of node ${name} has no file`)
        return []
      }
      checkKeys(value, KEYS.artifact, `artifact ${key} of node ${name}`, faults)
      const typeName = asText(definition.type) ?? 'tosca.artifacts.File'
      if (!types.find('artifact', typeName))
        faults.add(
          placeOfValue(definition, 'type'),
          `artifact ${key} of node ${name}: type ${typeName} is not defined`,
          {name: typeName, known: () => types.names('artifact')},
        )
      return [[key, {name: key, typeName, file, body: value ?? null}]]
    }),
  )
}
