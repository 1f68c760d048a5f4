import type {Json} from '@osc-cli/core'
import type {Node} from '#model/model'
import {hostWhere} from '#model/requirements'

/** A property that `get_property` refers to. */
export interface Found {
  node: Node
  /** Its name among all properties of a template: `web.port`, `web.endpoint.port`. */
  path: string
  value: Json | undefined
  /** Keys and indexes that lead into the value. */
  rest: readonly Json[]
}

/** What a `get_property` refers to: a property of the node, of a capability, or of the node that a requirement leads to. */
export function propertyOf(named: Node | undefined, [owner, first = '', ...rest]: readonly Json[]): Found | undefined {
  const name = String(first)
  let node = named
  if (owner === 'HOST' && node && node.properties[name] === undefined)
    node = hostWhere(node, (host) => host.properties[name] !== undefined) ?? node
  return node && lookUp(node, name, rest)
}

function lookUp(node: Node, name: string, rest: readonly Json[]): Found | undefined {
  const [property, ...deeper] = rest
  if (property !== undefined && node.properties[name] === undefined) {
    const target = node.requirements.find((requirement) => requirement.name === name)?.target
    const owner = node.capabilities.has(name) ? node : target
    const capability = owner?.capabilities.get(name)
    const value = (capability?.properties ?? owner?.properties)?.[String(property)]
    if (!owner || value === undefined) return undefined
    const path = [owner.name, ...(capability ? [name] : []), property].join('.')
    return {node: owner, path, value, rest: deeper}
  }
  return {node, path: `${node.name}.${name}`, value: node.properties[name], rest}
}
