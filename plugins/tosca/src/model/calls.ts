import {asText, isObject, type Json} from '@osc-cli/core'
import type {Faults} from '#faults'
import {type Call, callOf} from '#model/functions'
import {KEY_NAME} from '#model/inputs'
import type {Node, Template} from '#model/model'
import {hostWhere} from '#model/requirements'
import {shownText} from '#model/shown'
import {type Place, placeOf} from '#yaml/places'

/** Where a call stands: in a node, a policy or the outputs. */
interface Scope {
  node?: Node
  what: string
}

/** Checks what the functions of a template refer to: inputs, nodes, properties, attributes. */
export function checkCalls(template: Template, faults: Faults): void {
  const visit = (value: Json | undefined, scope: Scope): void => {
    for (const call of callsIn(value)) checkCall(call, scope, template, faults)
  }
  for (const node of template.nodes)
    for (const section of ['properties', 'capabilities', 'requirements', 'interfaces'])
      visit(node.body[section], {node, what: `node ${node.name}`})
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

function checkCall({name, args, place}: PlacedCall, scope: Scope, template: Template, faults: Faults): void {
  const report = (message: string): void => faults.add(place, `${scope.what}: ${message}`)
  const [first = null, second] = args
  if (name === 'get_input') {
    const input = asText(first) ?? ''
    if (input !== KEY_NAME && !template.inputNamed.has(input)) report(`there is no input ${input}`)
    return
  }
  if (name === 'concat' && args.length === 0) report('concat requires values')
  if (name === 'token' && (args.length !== 3 || !/^\d+$/.test(String(args[2]))))
    report('token requires a text, a separator and an index')
  if (!name.startsWith('get_') || name === 'get_nodes_of_type') return
  if (args.length < 2) {
    report(`${name} requires a node and a name`)
    return
  }
  const owner = asText(first) ?? ''
  const node = nodeNamed(owner, scope, template)
  if (node === undefined) {
    if (!['SOURCE', 'TARGET'].includes(owner)) report(`${name}: node ${owner} is not defined`)
    return
  }
  if (name === 'get_property' && !hasProperty(node, args.slice(1), owner))
    report(`${node.name} has no property ${pathText(args)}`)
  if (name === 'get_artifact' && !node.artifacts.has(String(second)))
    report(`${node.name} has no artifact ${shownText(second)}`)
  if (name === 'get_attribute' && !hasAttribute(node, args.slice(1), owner, template))
    report(`${node.name} has no attribute ${pathText(args)}`)
}

const pathText = (args: readonly Json[]): string => args.slice(1).map(shownText).join(', ')

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

function hasAttribute(node: Node, [first, second]: Json[], owner: string, {types}: Template): boolean {
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
