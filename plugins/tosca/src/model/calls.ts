import {asObject, asText, isObject, type Json, similar} from '@osc-cli/core'
import type {Faults, Unknown} from '#faults'
import {type Call, callOf, misspeltFunction, shapeFault} from '#model/functions'
import {KEY_NAME} from '#model/inputs'
import {LIFECYCLE_OPERATIONS, NODE_OPERATION, RELATIONSHIP_OPERATION} from '#model/interfaces'
import type {Node, Template} from '#model/model'
import {schemaFault, valueFault} from '#model/nested'
import {propertyOf} from '#model/properties'
import {hostWhere} from '#model/requirements'
import {shownText} from '#model/shown'
import {schemaOf} from '#model/values'
import type {Types} from '#types/types'
import {type Place, placeOf} from '#yaml/places'

/** Where a call stands: in a node, a relationship, a policy, a group or the outputs. */
interface Scope {
  node?: Node
  what: string
  /** Whether `SELF`, `SOURCE` and `TARGET` mean a relationship and its ends. */
  isRelationship?: boolean
}

/** Checks what the functions of a template refer to: inputs, nodes, properties, attributes. */
export function checkCalls(template: Template, faults: Faults): void {
  const visit = (value: Json | undefined, scope: Scope): void => {
    for (const call of callsIn(value)) checkCall(call, scope, template, faults)
    checkMisspelt(value, scope, faults)
  }
  for (const node of template.nodes)
    for (const section of ['properties', 'attributes', 'capabilities', 'requirements', 'interfaces'])
      visit(node.body[section], {node, what: `node ${node.name}`})
  for (const [name, body] of Object.entries(asObject(template.topology.relationship_templates)))
    for (const section of ['properties', 'attributes', 'interfaces'])
      visit(asObject(body)[section], {what: `relationship ${name}`, isRelationship: true})
  for (const {name, body} of template.groups) visit(body.properties, {what: `group ${name}`})
  for (const {name, body} of template.policies)
    for (const section of ['properties', 'triggers']) visit(body[section], {what: `policy ${name}`})
  for (const {name, body} of template.outputs) visit(body.value, {what: `output ${name}`})
}

/** A call in a template. */
interface PlacedCall extends Call {
  place: Place
}

/** All calls in a value, also those in other calls. */
export function* callsIn(value: Json | undefined): Generator<PlacedCall> {
  const call = callOf(value)
  if (call) yield {...call, place: placeOf(value)}
  if (Array.isArray(value) || isObject(value)) for (const each of Object.values(value)) yield* callsIn(each)
}

/** Mappings that are nearly calls. A name that does not begin with `get_` may be that of a value. */
function checkMisspelt(value: Json | undefined, scope: Scope, faults: Faults): void {
  if (!Array.isArray(value) && !isObject(value)) return
  const misspelt = misspeltFunction(value)
  const place = placeOf(value)
  if (misspelt && similar(misspelt.name, misspelt.known()).length > 0 && !faults.has(place)) {
    const {name} = misspelt
    if (name.startsWith('get_')) faults.add(place, `${scope.what}: unknown function ${name}`, misspelt)
    else if (Array.isArray(asObject(value)[name]))
      faults.note(place, `${scope.what}: ${name} is not a function`, misspelt)
  }
  for (const each of Object.values(value)) checkMisspelt(each, scope, faults)
}

function checkCall(call: PlacedCall, scope: Scope, template: Template, faults: Faults): void {
  const {name, args, place} = call
  const report = (message: string, unknown?: Unknown): void => faults.add(place, `${scope.what}: ${message}`, unknown)
  const shape = shapeFault(call)
  if (shape !== undefined) {
    report(`${name} requires ${shape}`)
    return
  }
  if (name === 'get_input') checkInput(args, template, report)
  else if (name === 'get_nodes_of_type') {
    const type = asText(args[0]) ?? ''
    if (!template.types.find('node', type))
      report(`${name}: type ${type} is not defined`, {name: type, known: () => template.types.names('node')})
  } else if (name.startsWith('get_')) checkOwned(call, scope, template, report)
}

type Report = (message: string, unknown?: Unknown) => void

function checkInput([first = null, ...path]: Json[], {inputs, inputNamed, types}: Template, report: Report): void {
  const name = asText(first) ?? ''
  const input = inputNamed.get(name)
  if (!input && name !== KEY_NAME)
    report(`there is no input ${name}`, {name, known: () => inputs.map((each) => each.name)})
  const fault = input && schemaFault(input.body, path, types)
  if (fault !== undefined) report(`get_input: input ${name} ${fault}`)
}

/** A function of a node and one of its parts. */
function checkOwned({name, args}: PlacedCall, scope: Scope, template: Template, report: Report): void {
  const owner = asText(args[0]) ?? ''
  if (scope.isRelationship && KEYWORDS.includes(owner)) return
  const node = nodeNamed(owner, scope, template)
  if (node === undefined) {
    if (scope.node && owner === 'HOST') report(`${name}: node ${scope.node.name} is not hosted on a node`)
    else if (!scope.node && KEYWORDS.includes(owner)) report(`${name}: ${owner} cannot be used here`)
    else if (!KEYWORDS.includes(owner))
      report(`${name}: node ${owner} is not defined`, {name: owner, known: () => template.nodeNamed.keys()})
    return
  }
  const path = args.slice(1)
  if (name === 'get_property') checkProperty(node, owner, path, report)
  if (name === 'get_attribute') checkAttribute(node, owner, path, template, report)
  if (name === 'get_artifact' && !node.artifacts.has(shownText(path[0])))
    report(`${node.name} has no artifact ${shownText(path[0])}`, {
      name: shownText(path[0]),
      known: () => node.artifacts.keys(),
    })
  if (name === 'get_operation_output') checkOperationOutput(node, path, report)
}

const KEYWORDS = ['SELF', 'HOST', 'SOURCE', 'TARGET']

function checkProperty(node: Node, owner: string, path: Json[], report: Report): void {
  const shown = path.map(shownText).join(', ')
  if (!hasProperty(node, path, owner)) {
    report(`${node.name} has no property ${shown}`, {
      name: shownText(path[0]),
      known: () => Object.keys(node.properties),
    })
    return
  }
  const found = propertyOf(node, [owner, ...path])
  const fault = found && valueFault(found.value, found.rest)
  if (fault !== undefined) report(`get_property ${shown}: the property of ${node.name} ${fault}`)
}

function checkAttribute(node: Node, owner: string, path: Json[], {types}: Template, report: Report): void {
  const shown = path.map(shownText).join(', ')
  if (hasAttribute(node, path, owner, types)) {
    const [name, ...rest] = path
    const schema = types.section(node.type, 'attributes')[shownText(name)]
    const fault = schema === undefined ? undefined : schemaFault(schemaOf(schema), rest, types)
    if (fault !== undefined) report(`get_attribute: attribute ${shownText(name)} of ${node.name} ${fault}`)
    return
  }
  report(`${node.name} has no attribute ${shown}`, {
    name: shownText(path[0]),
    known: () => Object.keys(types.section(node.type, 'attributes')),
  })
}

function checkOperationOutput(node: Node, path: Json[], report: Report): void {
  const name = shownText(path[1])
  const isNormative = NODE_OPERATION.test(name) || RELATIONSHIP_OPERATION.test(name)
  if (!isNormative && !node.operations.has(name))
    report(`${node.name} has no operation ${name}`, {
      name,
      known: () => [...node.operations.keys(), ...LIFECYCLE_OPERATIONS],
    })
}

/** The node that a keyword or name stands for. */
export function nodeNamed(name: string, {node}: Pick<Scope, 'node'>, {nodeNamed: nodes}: Template): Node | undefined {
  if (name === 'SELF') return node
  if (name === 'HOST') return node && (hostWhere(node, () => true) ?? undefined)
  return nodes.get(name)
}

function hasProperty(node: Node, [first, second]: Json[], owner: string): boolean {
  const name = String(first)
  const nodes = owner === 'HOST' ? [node, ...hostsOf(node)] : [node]
  return nodes.some((each) => {
    if (each.properties[name] !== undefined) return true
    const target = each.requirements.find((requirement) => requirement.name === name)?.target
    const capability = target?.capabilities.get(name) ?? each.capabilities.get(name)
    const values = capability?.properties ?? target?.properties
    return second !== undefined && values?.[String(second)] !== undefined
  })
}

const hostsOf = (node: Node): Node[] => {
  const hosts: Node[] = []
  hostWhere(node, (host) => {
    hosts.push(host)
    return false
  })
  return hosts
}

function hasAttribute(node: Node, [first, second]: Json[], owner: string, types: Types): boolean {
  const name = String(first)
  const nodes = owner === 'HOST' ? [node, ...hostsOf(node)] : [node]
  return nodes.some((each) => {
    if (types.section(each.type, 'attributes')[name] !== undefined || each.properties[name] !== undefined) return true
    const target = each.requirements.find((requirement) => requirement.name === name)?.target
    const capability = target?.capabilities.get(name) ?? each.capabilities.get(name)
    if (!capability || second === undefined) return false
    const known = {...types.section(capability.type, 'attributes'), ...types.section(capability.type, 'properties')}
    return known[String(second)] !== undefined
  })
}
