import {edgeText, type Graph, shortType} from '#graph/graph'

/** The graph for Graphviz. */
export const dotOf = ({name, nodes, relationships}: Graph): string =>
  [
    `digraph ${quoted(name)} {`,
    '  node [shape=box];',
    ...nodes.map((node) => `  ${quoted(node.name)} [label=${quoted(`${node.name}\n${shortType(node.type)}`)}];`),
    ...relationships.map((edge) => `  ${quoted(edge.from)} -> ${quoted(edge.to)} [label=${quoted(edgeText(edge))}];`),
    '}',
  ].join('\n')

const quoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`
