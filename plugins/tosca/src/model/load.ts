import {asArray, asObject, asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import {Faults} from '#faults'
import {checkCalls} from '#model/calls'
import {checkCycles} from '#model/cycles'
import {checkTypes} from '#model/definitions'
import {checkParents, readDocuments} from '#model/documents'
import {checkParameters} from '#model/inputs'
import {operationsOf} from '#model/interfaces'
import {checkKeys, KEYS} from '#model/keys'
import type {Group, Parameter, Policy, Template} from '#model/model'
import {buildNodes} from '#model/nodes'
import {checkParts, TOPOLOGY_PARTS} from '#model/parts'
import {checkPools} from '#model/pools'
import {checkPropertyCycles} from '#model/property-cycles'
import {locateScripts} from '#model/scripts'
import {shownText} from '#model/shown'
import {checkTriggers} from '#model/triggers'
import {checkProperties, missingProperties, withDefaults} from '#model/values'
import {buildWorkflows} from '#model/workflows'
import type {Files} from '#read/source'
import {type Kind, pairsOf, type Type, Types} from '#types/types'
import {placeOfKey, placeOfValue} from '#yaml/places'

/** A template and what is wrong with it. */
export interface Loaded {
  template: Template
  faults: Faults
}

/** Reads a template with all that it imports, and checks it; `values` are given for inputs. */
export async function loadTemplate(
  files: Files,
  location: string,
  values: Readonly<Record<string, string>> = {},
): Promise<Loaded> {
  const [faults, types] = [new Faults(), new Types()]
  const documents = await readDocuments(files, location, types, faults)
  checkParents(types, faults)
  const body = documents[0]?.body ?? {}
  for (const document of documents) checkTypes(document.body, document === documents[0], types, faults)
  const topology = asObject(body.topology_template)
  checkKeys(topology, KEYS.topology, 'topology_template', faults)
  checkParts(topology, TOPOLOGY_PARTS, '', faults)
  const inputs = parametersOf(topology.inputs)
  const template: Template = {
    file: files.display(location),
    body,
    topology,
    description: asText(body.description) ?? asText(topology.description),
    types,
    files,
    location,
    inputs,
    inputNamed: new Map(inputs.map((input) => [input.name, input])),
    outputs: parametersOf(topology.outputs),
    nodes: [],
    nodeNamed: new Map(),
    policies: [],
    groups: [],
    workflows: [],
  }
  buildNodes(template, faults)
  locateScripts(template, documents)
  checkCycles(template.nodes, faults)
  checkRelationshipTemplates(template, faults)
  template.groups = buildGroups(template, faults)
  template.policies = buildPolicies(template, faults)
  checkParameters(template.inputs, topology.inputs, types, values, faults)
  checkOutputs(template, faults)
  template.workflows = buildWorkflows(template, values, faults)
  checkCalls(template, faults)
  checkPropertyCycles(template, faults)
  checkSubstitution(template, faults)
  checkPools(template, faults)
  checkTriggers(template, faults)
  return {template, faults}
}

const parametersOf = (section: Json | undefined): Parameter[] =>
  Object.entries(asObject(section)).map(([name, body]) => ({name, body: asObject(body)}))

function typeOf(kind: Kind, name: string, body: JsonObject, holder: unknown, template: Template, faults: Faults) {
  const type = asText(body.type)
  const found = type === undefined ? undefined : template.types.find(kind, type)
  if (type === undefined) faults.add(placeOfKey(holder, name), `${kind} ${name} has no type`)
  else if (!found)
    faults.add(placeOfValue(body, 'type'), `${kind} ${name}: type ${type} is not defined`, {
      name: type,
      known: () => template.types.names(kind),
    })
  return found
}

function checkOutputs({outputs, topology}: Template, faults: Faults): void {
  for (const {name, body} of outputs) {
    checkKeys(body, KEYS.parameter, `output ${name}`, faults)
    if (body.value === undefined && isObject(asObject(topology.outputs)[name]))
      faults.add(placeOfKey(topology.outputs, name), `output ${name} has no value`)
  }
}

/** Also those that no node uses. */
function checkRelationshipTemplates(template: Template, faults: Faults): void {
  const templates = asObject(template.topology.relationship_templates)
  for (const [name, value] of Object.entries(templates)) {
    if (!isObject(value)) continue
    const type = typeOf('relationship', name, value, templates, template, faults)
    checkKeys(value, KEYS.relationship, `relationship ${name}`, faults)
    if (type) operationsOf(`relationship ${name}`, type, value, template.types, faults)
  }
}

function buildGroups(template: Template, faults: Faults): Group[] {
  const groups = asObject(template.topology.groups)
  return Object.entries(groups).flatMap(([name, value]): Group[] => {
    const body = asObject(value)
    const type = typeOf('group', name, body, groups, template, faults)
    checkKeys(body, KEYS.group, `group ${name}`, faults)
    if (type) checkGroupProperties(name, type, body, groups, template.types, faults)
    const members = asArray(body.members).map(shownText)
    for (const [index, member] of members.entries())
      if (!template.nodeNamed.has(member))
        faults.add(placeOfValue(body.members, index), `group ${name}: node ${member} is not defined`, {
          name: member,
          known: () => template.nodeNamed.keys(),
        })
    return type ? [{name, type, body, members}] : []
  })
}

/** Nothing in Heat needs the properties of a group, so a missing one is only noted. */
function checkGroupProperties(
  name: string,
  type: Type,
  {properties}: JsonObject,
  groups: JsonObject,
  types: Types,
  faults: Faults,
): void {
  const [values, schemas] = [asObject(properties), types.section(type, 'properties')]
  const missing = missingProperties(values, schemas)
  for (const property of missing) faults.note(placeOfKey(groups, name), `group ${name} requires property ${property}`)
  const others = Object.fromEntries(Object.entries(schemas).filter(([property]) => !missing.includes(property)))
  const report = faults.add.bind(faults)
  checkProperties(values, others, {holder: groups, key: name, what: `group ${name}`}, {types, report})
}

function buildPolicies(template: Template, faults: Faults): Policy[] {
  const {policies} = template.topology
  if (policies && !Array.isArray(policies) && !isObject(policies))
    faults.add(placeOfKey(template.topology, 'policies'), 'policies must be a list')
  const holders = (Array.isArray(policies) ? policies : [policies]).map(asObject)
  for (const [index, policy] of asArray(policies).entries())
    if (!isObject(policy)) faults.add(placeOfValue(policies, index), 'a policy must be a mapping')
  return holders.flatMap((holder) =>
    Object.entries(holder).flatMap(([name, value]): Policy[] => {
      const body = asObject(value)
      const type = typeOf('policy', name, body, holder, template, faults)
      checkKeys(body, KEYS.policy, `policy ${name}`, faults)
      for (const [trigger, each] of Object.entries(asObject(body.triggers)))
        checkKeys(each, KEYS.trigger, `policy ${name}, trigger ${trigger}`, faults)
      if (!type) return []
      const schemas = template.types.section(type, 'properties')
      const properties = asObject(body.properties)
      const report = faults.add.bind(faults)
      checkProperties(properties, schemas, {holder, key: name, what: `policy ${name}`}, {types: template.types, report})
      return [
        {
          name,
          type,
          body,
          properties: withDefaults(properties, schemas),
          targets: targetsOf(name, body, template, faults),
        },
      ]
    }),
  )
}

function targetsOf(name: string, body: JsonObject, {nodeNamed, groups}: Template, faults: Faults): string[] {
  const holder = body.targets ?? asObject(body.properties).targets
  return asArray(holder).flatMap((each, index) => {
    const target = shownText(each)
    const group = groups.find((one) => one.name === target)
    if (group) return group.members
    if (!nodeNamed.has(target))
      faults.add(placeOfValue(holder, index), `policy ${name}: target ${target} is not a node or group`, {
        name: target,
        known: () => [...nodeNamed.keys(), ...groups.map((one) => one.name)],
      })
    return [target]
  })
}

/** The node type that a template can substitute, and the nodes that its capabilities and requirements come from. */
function checkSubstitution({topology, types, nodeNamed}: Template, faults: Faults): void {
  const mapping = asObject(topology.substitution_mappings)
  checkKeys(mapping, KEYS.substitution, 'substitution_mappings', faults)
  const type = asText(mapping.node_type)
  if (Object.keys(mapping).length > 0 && type === undefined)
    faults.add(placeOfKey(topology, 'substitution_mappings'), 'substitution_mappings requires node_type')
  const found = type === undefined ? undefined : types.find('node', type)
  if (type !== undefined && !found)
    faults.add(placeOfValue(mapping, 'node_type'), `substitution_mappings: type ${type} is not defined`)
  for (const section of ['capabilities', 'requirements']) {
    for (const [name, value] of pairsOf(mapping[section])) {
      const holder = asObject(mapping[section])
      const [node] = asArray(Array.isArray(value) ? value : asObject(value).mapping).map(shownText)
      if (node !== undefined && !nodeNamed.has(node))
        faults.add(placeOfValue(holder, name), `substitution_mappings: node ${node} is not defined`)
    }
  }
}
