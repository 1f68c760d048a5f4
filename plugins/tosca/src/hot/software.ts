import {isObject, type Json, type JsonObject} from '@osc-cli/core'
import {isCompute, type Resource, resource, type Translation} from '#hot/resource'
import {hotValue} from '#hot/value'
import type {Node, Operation, Relationship} from '#model/model'
import {placeOf, placeOfKey} from '#yaml/places'

const DEPLOY = 'OS::Heat::SoftwareDeployment'
const DEPLOY_GROUP = 'OS::Heat::SoftwareDeploymentGroup'
const CONFIG = 'OS::Heat::SoftwareConfig'

/** The operations that bring a node up, in their order. */
const LIFECYCLE = ['create', 'configure', 'start']

const ROLE = 'tosca.artifacts.ansiblegalaxy.role'

/** The servers that a node runs on: those that its requirements name, or those of what it is hosted on. */
export function serversOf(node: Node, translation: Translation): readonly Node[] {
  const chain: Node[] = []
  for (let next: Node | undefined = node; next; next = hostOf(next, translation)) {
    chain.push(next)
    if (translation.serversOf.has(next)) break
  }
  const last = chain.at(-1) ?? node
  const servers = translation.serversOf.get(last) ?? ownServers(last, translation)
  for (const each of chain) translation.serversOf.set(each, servers)
  return servers
}

/** The first node that a node requires, if it has requirements too, and no server comes before it. */
function hostOf(node: Node, translation: Translation): Node | undefined {
  if (isCompute(translation, node)) return undefined
  const targets = node.requirements.flatMap(({target}) => target ?? [])
  const first = targets.find(
    (target) => isCompute(translation, target) || target.requirements.some((each) => each.target),
  )
  return first && !isCompute(translation, first) ? first : undefined
}

function ownServers(node: Node, translation: Translation): readonly Node[] {
  if (isCompute(translation, node)) return [node]
  const targets = node.requirements.flatMap(({target}) => target ?? [])
  return [...new Set(targets.filter((target) => isCompute(translation, target)))]
}

/** Configurations and deployments for the operations of a node. Deployments take the place of the node, except of a server. */
export function translateOperations(node: Node, own: Resource, translation: Translation): Resource[] {
  const operations = LIFECYCLE.flatMap((name) => {
    const operation = node.operations.get(name)
    return operation?.implementation === undefined ? [] : [operation]
  })
  const roles = rolesOf(node)
  if (operations.length + roles.length === 0) return []
  const target = targetOf(node, translation)
  if (!target) return []
  const made: Resource[] = []
  let previous: Resource | undefined
  if (roles.length > 0) {
    const script = ['#!/bin/bash', ...roles.map((role) => `ansible-galaxy install ${role}`), ''].join('\n')
    made.push(resource(`${node.name}_install_roles_config`, CONFIG, {config: script, group: 'script'}))
    previous = deployment(`${node.name}_install_roles`, target)
    made.push(previous)
  }
  for (const [index, operation] of operations.entries()) {
    const name = `${node.name}_${operation.name}`
    made.push(configOf(name, node, operation))
    const deploy = deployment(name, target)
    if (index === 0 && !isCompute(translation, node)) replace(own, deploy)
    else made.push(deploy)
    const current = index === 0 && !isCompute(translation, node) ? own : deploy
    if (previous) current.dependsOn.add(previous)
    if (previous && index > 0) previous.next = current
    previous = current
    current.properties = {...current.properties, ...withInputs(operation.inputs)}
    translation.ofOperation.set(operation, current)
    translation.scopes.set(current, {node})
  }
  return made
}

function replace(own: Resource, deploy: Resource): void {
  own.name = deploy.name
  own.type = deploy.type
  own.properties = deploy.properties
}

const withInputs = (inputs: JsonObject): JsonObject =>
  Object.keys(inputs).length > 0 ? {input_values: {...inputs}} : {}

/** The server or servers of deployments, as their property. */
interface Target {
  type: string
  property: JsonObject
}

function targetOf(node: Node, translation: Translation): Target | undefined {
  const servers = serversOf(node, translation)
  const [first] = servers
  if (first === undefined) {
    translation.faults.add(
      placeOfKey(node.body, 'type'),
      `node ${node.name} has operations, but is not hosted on a Compute node`,
    )
    return undefined
  }
  if (servers.length === 1) return {type: DEPLOY, property: {server: {get_resource: first.name}}}
  const all = Object.fromEntries(servers.map(({name}): [string, Json] => [name, {get_resource: name}]))
  return {type: DEPLOY_GROUP, property: {servers: all}}
}

const deployment = (name: string, {type, property}: Target): Resource =>
  resource(`${name}_deploy`, type, {config: {get_resource: `${name}_config`}, ...property})

function configOf(name: string, node: Node, {implementation = ''}: Operation): Resource {
  const file = node.artifacts.get(implementation)?.file ?? implementation
  return resource(`${name}_config`, CONFIG, {config: {get_file: file}, group: groupOf(file)})
}

/** What runs a file on the server, by its name. */
function groupOf(file: string): string {
  if (/\.(?:ansible|ya?ml)$/i.test(file)) return 'ansible'
  return /\.pp$/i.test(file) ? 'puppet' : 'script'
}

const rolesOf = ({artifacts}: Node): string[] =>
  [...artifacts.values()].filter(({typeName}) => typeName.toLowerCase() === ROLE).map(({file}) => file)

/** The operations of a relationship, in the order of preference: heat-translator knows only the first two. */
const CONFIGURE = ['pre_configure_target', 'pre_configure_source', 'post_configure_target', 'post_configure_source']

/** Configurations and deployments for the relationships of a node. */
export function translateConnections(node: Node, translation: Translation): Resource[] {
  return node.requirements.flatMap(({target, relationship}) =>
    target && relationship ? connection(node, target, relationship, translation) : [],
  )
}

function connection(source: Node, target: Node, {operations}: Relationship, translation: Translation): Resource[] {
  const used = CONFIGURE.flatMap((name) => operations.find((each) => each.name === name && each.implementation) ?? [])
  return used.flatMap((operation, index) => {
    const place = operation.name.endsWith('target') ? target : source
    const on = targetOf(place, translation)
    if (!on) return []
    const middle = index === 0 ? '' : `_${operation.name}`
    const name = `${source.name}_${target.name}${middle}_connect`
    const deploy = deployment(name, on)
    deploy.properties = {...deploy.properties, ...withInputs(operation.inputs)}
    const first = translation.ofNode.get(place)
    if (first) deploy.dependsOn.add(first)
    translation.ofOperation.set(operation, deploy)
    translation.scopes.set(deploy, {node: place, source, target})
    return [configOf(name, place, operation), deploy]
  })
}

/** Replaces the functions in the inputs of deployments, when all deployments are there. */
export function resolveInputs(translation: Translation): void {
  for (const [deploy, scope] of translation.scopes) {
    const {input_values: inputs} = deploy.properties
    if (!isObject(inputs)) continue
    for (const [name, value] of Object.entries(inputs)) {
      const translated = hotValue(value, scope, translation)
      if (translated !== undefined) inputs[name] = translated
      else translation.faults.add(placeOf(scope.node?.body), `${deploy.name}: Heat has no value for input ${name}`)
    }
  }
}
