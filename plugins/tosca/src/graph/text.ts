import {Pictures} from '@osc-cli/core'
import {edgeText, type Graph, type GraphEdge, shortType} from '#graph/graph'

/** The nodes as a tree, what a node requires below it; a node that was drawn before shows only its name. */
export function textOf({name, nodes, relationships}: Graph): string {
  const drawn = new Set<string>()
  const branch = (node: string, edge?: GraphEdge): Pictures.Branch => {
    const way = edge === undefined ? '' : `${edgeText(edge)}: `
    if (drawn.has(node)) return {text: `${way}${node} (above)`}
    drawn.add(node)
    const type = nodes.find((each) => each.name === node)?.type ?? ''
    const edges = relationships.filter(({from}) => from === node)
    return {text: `${way}${node} [${shortType(type)}]`, below: edges.map((next) => branch(next.to, next))}
  }
  const tops = nodes.filter((node) => !relationships.some(({to}) => to === node.name))
  return Pictures.treeText([{text: name, below: tops.map((top) => branch(top.name))}])
}
