import {Pictures} from '@osc-cli/core'
import {commandsIn, edgeText, factsOf, type Graph, type GraphEdge, leaving} from '#graph/graph'

/** The tasks as a tree, each below the first one that leads to it; further transitions to it show only its name. */
export function textOf({name, state, ...graph}: Graph): string {
  const whole = {name, ...graph}
  const commands = new Set(commandsIn(whole))
  const drawn = new Set<string>()
  const branch = (task: string, edge?: GraphEdge): Pictures.Branch => {
    const way = edge === undefined ? '' : `${edge.taken === false ? '(not taken) ' : ''}${edgeText(edge)}: `
    if (drawn.has(task)) return {text: `${way}${task}${commands.has(task) ? '' : ' (above)'}`}
    drawn.add(task)
    const spec = graph.tasks.find((each) => each.name === task)
    const facts = spec === undefined ? '' : ` [${factsOf(spec).join(', ')}]`
    return {text: `${way}${task}${facts}`, below: leaving(whole, task).map((next) => branch(next.to, next))}
  }
  const starts = graph.tasks.filter((task) => !graph.transitions.some(({to}) => to === task.name))
  const branches = starts.map(({name: task}) => branch(task))
  // Tasks that are only reached from a cycle.
  for (const {name: task} of graph.tasks) if (!drawn.has(task)) branches.push(branch(task))
  return Pictures.treeText([{text: state === undefined ? name : `${name}: ${state}`, below: branches}])
}
