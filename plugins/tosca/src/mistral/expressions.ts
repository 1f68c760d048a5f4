import {asText, isObject, type Json} from '@osc-cli/core'
import {nodeNamed} from '#model/calls'
import {callOf} from '#model/functions'
import type {Node, Template} from '#model/model'
import {hostWhere} from '#model/requirements'

/** Whether Mistral would evaluate a part of a text. */
export const isEvaluated = (text: string): boolean => /<%|\{\{|\{%/.test(text)

/** A value as a text with YAQL expressions for what only the workflow knows; undefined when Mistral has nothing for it. */
export function text(value: Json | undefined, node: Node | undefined, template: Template): Json | undefined {
  const call = callOf(value)
  if (!call) return literal(value)
  const scope = node ? {node} : {}
  const [owner = '', name = '', ...rest] = call.args.map((each) => asText(each) ?? '')
  switch (call.name) {
    case 'get_input':
      return `<% $.get('${owner}') %>`
    case 'get_property': {
      const target = nodeNamed(owner, scope, template)
      const [deeper] = rest
      const found = deeper === undefined ? target?.properties[name] : target?.capabilities.get(name)?.properties[deeper]
      return target && text(found, target, template)
    }
    case 'get_attribute': {
      const target = nodeNamed(owner, scope, template)
      const server = target && serverName(target, template)
      const isAddress = name === 'private_address' || name === 'public_address'
      return isAddress && server !== undefined ? `<% $.hosts.get('${server}') %>` : undefined
    }
    case 'concat': {
      const parts = call.args.map((each) => text(each, node, template))
      return parts.includes(undefined) ? undefined : parts.join('')
    }
    default:
      return undefined
  }
}

function literal(value: Json | undefined): Json | undefined {
  if (isObject(value) || Array.isArray(value) || value === null) return undefined
  return typeof value === 'string' && isEvaluated(value) ? undefined : value
}

/** The Compute node that a node is, or is hosted on. */
export function serverName(node: Node, {types}: Template): string | undefined {
  const isServer = (each: Node): boolean => types.isA(each.type, 'tosca.nodes.Compute')
  return isServer(node) ? node.name : hostWhere(node, isServer)?.name
}
