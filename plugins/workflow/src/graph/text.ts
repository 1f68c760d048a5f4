import {commandsIn, edgeText, factsOf, type Graph, type GraphEdge, leaving} from '#graph/graph'

/** The tasks as a tree, each below the first one that leads to it; further transitions to it show only its name. */
export function textOf({name, state, ...graph}: Graph): string {
  const whole = {name, ...graph}
  const commands = new Set(commandsIn(whole))
  const drawn = new Set<string>()
  const lines: string[] = [state === undefined ? name : `${name}: ${state}`]

  const draw = (task: string, edge: GraphEdge | undefined, indent: string, isLast: boolean): void => {
    const branch = `${indent}${isLast ? '└─ ' : '├─ '}`
    const way = edge === undefined ? '' : `${edge.taken === false ? '(not taken) ' : ''}${edgeText(edge)}: `
    const spec = graph.tasks.find((each) => each.name === task)
    const isDrawn = drawn.has(task)
    const facts = spec === undefined || isDrawn ? '' : ` [${factsOf(spec).join(', ')}]`
    lines.push(`${branch}${way}${task}${facts}${isDrawn && !commands.has(task) ? ' (above)' : ''}`)
    if (isDrawn) return
    drawn.add(task)
    const edges = leaving(whole, task)
    const below = `${indent}${isLast ? '   ' : '│  '}`
    for (const [index, next] of edges.entries()) draw(next.to, next, below, index === edges.length - 1)
  }

  const starts = graph.tasks.filter((task) => !graph.transitions.some(({to}) => to === task.name))
  for (const [index, {name: task}] of starts.entries()) draw(task, undefined, '', index === starts.length - 1)
  // Tasks that are only reached from a cycle.
  for (const {name: task} of graph.tasks) if (!drawn.has(task)) draw(task, undefined, '', true)
  return lines.join('\n')
}
