import type {Pictures} from '@osc-cli/core'
import {edgeText, type Graph, shortType} from '#graph/graph'

/** The graph as Graphviz and Mermaid draw it. */
export const diagramOf = ({name, nodes, relationships}: Graph): Pictures.Diagram => ({
  name,
  nodes: nodes.map((node) => ({key: node.name, label: [node.name, shortType(node.type)]})),
  edges: relationships.map((edge) => ({from: edge.from, to: edge.to, label: edgeText(edge)})),
})
