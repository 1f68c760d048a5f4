import {asArray, asObject, asText, type JsonObject} from '@osc-cli/core'

interface Node {
  id: string | undefined
  /** The stack of the resource, and the nested stack that it created. */
  stack: string | undefined
  nested: string | undefined
  resource: JsonObject
}

/** A graph of resources for Graphviz with nested stacks as clusters. Edges require `required_by` and the links of each resource. */
export function dotGraph(resources: readonly JsonObject[]): string {
  const nodes = resources.map(toNode)
  const stacks = byStack(nodes)
  const known = [...new Map(nodes.flatMap((node) => (node.id ? [[node.id, node]] : []))).values()]
  const nested = new Set(nodes.map((node) => node.nested))
  const roots = [...stacks].filter(([stack]) => !nested.has(stack))
  return [
    'digraph G {\n',
    '  graph [\n    fontsize=10 fontname="Verdana" compound=true rankdir=LR\n  ]\n',
    ...roots.map(([, members]) => nodeLines(members, '  ')),
    ...known.map((node) => cluster(node, inside(node, stacks))),
    ...known.map((node) => nestedEdge(node, inside(node, stacks))),
    '\n',
    ...known.flatMap((node) => requiredByEdges(node, stacks)),
    '\n',
    '}\n',
  ].join('')
}

type Members = Map<string, Node>

const inside = ({nested}: Node, stacks: Map<string, Members>): Members => stacks.get(nested ?? '') ?? new Map()

/** The resources of each stack by name. */
function byStack(nodes: readonly Node[]): Map<string, Members> {
  const stacks = new Map<string, Members>()
  for (const node of nodes) {
    if (!node.stack) continue
    const members: Members = stacks.get(node.stack) ?? new Map()
    stacks.set(node.stack, members.set(textOf(node, 'resource_name'), node))
  }
  return stacks
}

function toNode(resource: JsonObject): Node {
  const links = asArray(resource.links).map(asObject)
  const idOf = (rel: string, prefix: string) => dotId(asText(links.findLast((link) => link.rel === rel)?.href), prefix)
  return {resource, id: idOf('self', 'r'), stack: idOf('stack', 'stack'), nested: idOf('nested', 'stack')}
}

function dotId(url: string | undefined, prefix: string): string | undefined {
  if (!url) return undefined
  const {createHash} = process.getBuiltinModule('node:crypto')
  return `${prefix}_${createHash('sha256').update(url).digest('hex').slice(0, 20)}`
}

const textOf = ({resource}: Node, key: string): string => asText(resource[key]) ?? 'None'

function nodeLines(members: Members, indent: string): string {
  const lines = [...members.values()].map((node) => {
    const style = textOf(node, 'resource_status').endsWith('FAILED') ? 'style=filled color=red' : ''
    const label = `${textOf(node, 'resource_name')}\n${textOf(node, 'resource_type')}`
    return `${indent}${node.id ?? 'None'} [label="${label}" ${style}];\n`
  })
  return `${lines.join('')}\n`
}

function cluster(node: Node, members: Members): string {
  if (members.size === 0) return ''
  return `  subgraph cluster_${node.nested} {\n    label="${textOf(node, 'resource_name')}";\n${nodeLines(members, '    ')}  }\n\n`
}

function nestedEdge({id, nested}: Node, members: Members): string {
  const [first] = members.values()
  return first ? `  ${id} -> ${first.id} [\n    color=dimgray lhead=cluster_${nested} arrowhead=none\n  ];\n` : ''
}

function requiredByEdges({id, stack, resource}: Node, stacks: Map<string, Members>): string[] {
  const members = stacks.get(stack ?? '')
  return asArray(resource.required_by)
    .map((name) => members?.get(asText(name) ?? ''))
    .flatMap((other) => (other ? [`  ${id} -> ${other.id};\n`] : []))
}
