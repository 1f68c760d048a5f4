import {asObject, asText, type JsonObject} from '@osc-cli/core'
import {duration} from '#duration'
import {workflowsIn} from '#lint/workflows'
import {inOrder, triggersOf} from '#task-order'
import {type Transition, transitionsOf} from '#transitions'
import {parseYaml} from '#yaml'

/** A task in a graph. `state`: its last one in an execution, null if the task did not start. */
export interface GraphTask {
  name: string
  /** The action or workflow that it runs. */
  runs: string
  /** The items of a with-items task: `name in <% $.names %>`. */
  items?: string[]
  join?: string
  state?: string | null
  duration?: string
  /** How often it ran, if more than once. */
  times?: number
}

/** A transition between two tasks. `taken`: whether an execution took it. */
export interface GraphEdge extends Pick<Transition, 'from' | 'to' | 'event' | 'condition'> {
  taken?: boolean
}

/** Tasks and transitions of a workflow, or of one execution of it. */
export interface Graph {
  name: string
  state?: string
  tasks: GraphTask[]
  transitions: GraphEdge[]
}

/** The graph of a workflow that Mistral stores. */
export function workflowGraph(record: JsonObject): Graph {
  const name = asText(record.name) ?? ''
  // A workflow of a workbook is stored under its own name, and listed as WORKBOOK.WORKFLOW.
  const found = workflowsIn(parseYaml(asText(record.definition) ?? ''))
  const spec = found.find((each) => each.name === name || name.endsWith(`.${each.name}`))?.spec ?? {}
  const tasks = Object.entries(asObject(spec.tasks)).map(([task, value]) => graphTask(task, asObject(value)))
  const transitions = transitionsOf(spec)
    .filter(({to}) => to !== 'noop')
    .map(({path: _, ...edge}) => edge)
  return {name, tasks, transitions}
}

function graphTask(name: string, task: JsonObject): GraphTask {
  const {join, action, workflow} = task
  const items = [task['with-items'] ?? []].flat().map(String)
  return {
    name,
    runs: (asText(action ?? workflow) ?? 'std.noop').split(/\s/)[0] ?? '',
    ...(items.length > 0 && {items}),
    ...(join !== undefined && {join: String(join)}),
  }
}

/** The graph of an execution: that of its workflow, with the states of the tasks. `now` in milliseconds. */
export function executionGraph(
  workflow: Graph,
  execution: JsonObject,
  taskExecutions: readonly JsonObject[],
  now: number,
): Graph {
  const runs = Map.groupBy(inOrder(taskExecutions), ({name}) => asText(name) ?? '')
  const names = new Map(taskExecutions.map(({id, name}) => [asText(id), asText(name)]))
  const taken = new Set(
    taskExecutions.flatMap((task) =>
      triggersOf(task).map((trigger) => edgeKey(names.get(trigger.task) ?? '', trigger.event, asText(task.name) ?? '')),
    ),
  )
  const unknown = [...runs.keys()].filter((name) => !workflow.tasks.some((task) => task.name === name))
  const tasks = [...workflow.tasks, ...unknown.map((name) => ({name, runs: ''}))]
  return {
    name: workflow.name,
    state: asText(execution.state) ?? '',
    tasks: tasks.map((task) => ({...task, ...outcome(runs.get(task.name) ?? [], now)})),
    transitions: workflow.transitions.map((edge) =>
      // Mistral does not record commands such as `fail`.
      tasks.some(({name}) => name === edge.to)
        ? {...edge, taken: taken.has(edgeKey(edge.from, edge.event, edge.to))}
        : edge,
    ),
  }
}

const edgeKey = (...parts: string[]): string => JSON.stringify(parts)

function outcome(runs: readonly JsonObject[], now: number): Pick<GraphTask, 'state' | 'duration' | 'times'> {
  const last = runs.at(-1)
  if (last === undefined) return {state: null}
  return {
    state: asText(last.state) ?? '',
    duration: duration(last.started_at, last.finished_at, now),
    ...(runs.length > 1 && {times: runs.length}),
  }
}

/** The transitions that lead away from a task. */
export const leaving = ({transitions}: Graph, task: string): GraphEdge[] =>
  transitions.filter(({from}) => from === task)

/** The commands of Mistral that transitions lead to, such as `fail`. */
export const commandsIn = ({tasks, transitions}: Graph): string[] => [
  ...new Set(transitions.map(({to}) => to).filter((to) => !tasks.some(({name}) => name === to))),
]

/** What a task is and did: `std.echo`, `for each name in <% $.names %>`, `SUCCESS`, `0:00:01`. */
export function factsOf(task: GraphTask): string[] {
  const {runs, items = [], join, state, duration: time, times} = task
  return [
    runs,
    ...items.map((item) => `for each ${item}`),
    join === undefined ? '' : `join ${join}`,
    state === null ? 'not started' : (state ?? ''),
    time ?? '',
    times === undefined ? '' : `${times} times`,
  ].filter((text) => text !== '' && text !== '...')
}

/** `on-success if <% $.found %>`. */
export const edgeText = ({event, condition}: GraphEdge): string =>
  condition === undefined ? event : `${event} if ${condition}`
