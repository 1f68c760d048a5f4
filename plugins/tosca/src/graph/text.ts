import {edgeText, type Graph, type GraphEdge, shortType} from '#graph/graph'

/** The nodes as a tree, what a node requires below it; a node that was drawn before shows only its name. */
export function textOf({name, nodes, relationships}: Graph): string {
  const drawn = new Set<string>()
  const lines = [name]
  const draw = (node: string, edge: GraphEdge | undefined, indent: string, isLast: boolean): void => {
    const way = edge === undefined ? '' : `${edgeText(edge)}: `
    const type = nodes.find((each) => each.name === node)?.type ?? ''
    const isDrawn = drawn.has(node)
    lines.push(`${indent}${isLast ? '└─ ' : '├─ '}${way}${node}${isDrawn ? ' (above)' : ` [${shortType(type)}]`}`)
    if (isDrawn) return
    drawn.add(node)
    const edges = relationships.filter(({from}) => from === node)
    const below = `${indent}${isLast ? '   ' : '│  '}`
    for (const [index, next] of edges.entries()) draw(next.to, next, below, index === edges.length - 1)
  }
  const tops = nodes.filter((node) => !relationships.some(({to}) => to === node.name))
  for (const [index, top] of tops.entries()) draw(top.name, undefined, '', index === tops.length - 1)
  return lines.join('\n')
}
