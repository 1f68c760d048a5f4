import {commandsIn, edgeText, factsOf, type Graph, type GraphTask} from '#graph/graph'

const STYLES: Readonly<Record<string, string>> = {
  SUCCESS: 'fill:#b7e4c7',
  ERROR: 'fill:#f4978e',
  RUNNING: 'fill:#a9d6e5',
  PAUSED: 'fill:#ffe8a3',
}

/** The graph for Mermaid, which code hosts and documentation tools render. */
export function mermaidOf(graph: Graph): string {
  const names = [...graph.tasks.map(({name}) => name), ...commandsIn(graph)]
  // Names of tasks may be keywords of Mermaid, such as `end`.
  const id = (name: string) => `t${names.indexOf(name)}`
  const used = Object.entries(STYLES).filter(([state]) => graph.tasks.some((task) => task.state === state))
  return [
    'flowchart TD',
    ...graph.tasks.map((task) => `  ${id(task.name)}["${labelOf(task)}"]${classOf(task)}`),
    ...commandsIn(graph).map((name) => `  ${id(name)}(["${escaped(name)}"])`),
    ...graph.transitions.map(
      (edge) =>
        `  ${id(edge.from)} ${edge.taken === false ? '-.->' : '-->'}|"${escaped(edgeText(edge))}"| ${id(edge.to)}`,
    ),
    ...used.map(([state, style]) => `  classDef ${state} ${style}`),
  ].join('\n')
}

const labelOf = (task: GraphTask): string => [task.name, ...factsOf(task)].map(escaped).join('<br>')

const classOf = ({state}: GraphTask): string => (state && state in STYLES ? `:::${state}` : '')

const escaped = (text: string): string =>
  text.replace(/[&"<>#%{}|`]/g, (char) => `#${char.codePointAt(0)};`).replaceAll('\n', ' ')
