import {commandsIn, edgeText, factsOf, type Graph, type GraphEdge, type GraphTask} from '#graph/graph'

const COLOURS: Readonly<Record<string, string>> = {
  SUCCESS: 'palegreen',
  ERROR: 'lightcoral',
  RUNNING: 'lightskyblue',
  PAUSED: 'khaki',
}

/** The graph for Graphviz. */
export function dotOf(graph: Graph): string {
  const commands = commandsIn(graph).map((name) => `  ${quoted(name)} [shape=plain];`)
  return [
    `digraph ${quoted(graph.name)} {`,
    '  node [shape=box];',
    ...graph.tasks.map(taskLine),
    ...commands,
    ...graph.transitions.map(edgeLine),
    '}',
  ].join('\n')
}

function taskLine(task: GraphTask): string {
  const colour = COLOURS[task.state ?? '']
  const style = colour === undefined ? '' : `, style=filled, fillcolor=${colour}`
  return `  ${quoted(task.name)} [label=${quoted([task.name, ...factsOf(task)].join('\n'))}${style}];`
}

function edgeLine(edge: GraphEdge): string {
  const style = edge.taken === false ? ', style=dashed' : ''
  return `  ${quoted(edge.from)} -> ${quoted(edge.to)} [label=${quoted(edgeText(edge))}${style}];`
}

const quoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`
