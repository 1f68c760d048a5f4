import {Pictures} from '@osc-cli/core'
import {edgeText, type Graph, type GraphEdge, shortType} from '#graph/graph'

/** Levels of the tree; beyond them lines would be too long to read. */
const MAX_LEVELS = 100

/** The nodes as a tree, what a node requires below it; a node that was drawn before shows only its name. */
export function textOf({name, nodes, relationships}: Graph): string {
  const types = new Map(nodes.map((node) => [node.name, node.type]))
  const edges = Map.groupBy(relationships, ({from}) => from)
  const required = new Set(relationships.map(({to}) => to))
  const drawn = new Set<string>()
  const branch = (node: string, level: number, edge?: GraphEdge): Pictures.Branch => {
    const way = edge === undefined ? '' : `${edgeText(edge)}: `
    if (drawn.has(node)) return {text: `${way}${node} (above)`}
    if (level > MAX_LEVELS) return {text: `${way}${node} (deeper than ${MAX_LEVELS} levels)`}
    drawn.add(node)
    const below = (edges.get(node) ?? []).map((next) => branch(next.to, level + 1, next))
    return {text: `${way}${node} [${shortType(types.get(node) ?? '')}]`, below}
  }
  const tops = nodes.filter((node) => !required.has(node.name))
  return Pictures.treeText([{text: name, below: tops.map((top) => branch(top.name, 1))}])
}
