import type {Pictures} from '@osc-cli/core'
import {commandsIn, edgeText, factsOf, type Graph} from '#graph/graph'

const HEALTH: Readonly<Record<string, Pictures.Health>> = {
  SUCCESS: 'good',
  ERROR: 'bad',
  RUNNING: 'busy',
  PAUSED: 'waiting',
}

/** The graph as Graphviz and Mermaid draw it. */
export const diagramOf = (graph: Graph): Pictures.Diagram => ({
  name: graph.name,
  nodes: [
    ...graph.tasks.map((task) => ({
      key: task.name,
      label: [task.name, ...factsOf(task)],
      health: HEALTH[task.state ?? ''],
    })),
    ...commandsIn(graph).map((name) => ({key: name, label: [name], shape: 'plain' as const})),
  ],
  edges: graph.transitions.map((edge) => ({
    from: edge.from,
    to: edge.to,
    label: edgeText(edge),
    dashed: edge.taken === false,
  })),
})
