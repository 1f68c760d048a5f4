import type {Json} from '@osc-cli/core'
import {referenceTo, type Translation} from '#hot/resource'
import type {Node} from '#model/model'

/** What Heat has for an attribute of a node; undefined when it has nothing. */
export function attributeOf(
  node: Node,
  name: string,
  rest: readonly Json[],
  {template, ofNode}: Translation,
): Json | undefined {
  const resource = ofNode.get(node)
  if (!resource) return undefined
  if (name === 'tosca_name') return node.name
  const is = (type: string): boolean => template.types.isA(node.type, type)
  if (is('tosca.nodes.Compute')) {
    if (name === 'private_address' || name === 'public_address')
      return {get_attr: [node.name, 'networks', 'private', 0]}
    return name === 'networks' ? {get_attr: [node.name, 'addresses', ...rest]} : idOf(name, resource)
  }
  if (is('tosca.nodes.BlockStorage') && name === 'volume_id') return referenceTo(resource)
  if (is('tosca.nodes.network.Port') && name === 'ip_address')
    return {get_attr: [node.name, 'fixed_ips', 0, 'ip_address']}
  if (is('tosca.nodes.network.FloatingIP') && name === 'floating_ip_address')
    return {get_attr: [node.name, 'floating_ip_address']}
  return idOf(name, resource)
}

const idOf = (name: string, resource: Parameters<typeof referenceTo>[0]): Json | undefined =>
  name === 'tosca_id' ? referenceTo(resource) : undefined
