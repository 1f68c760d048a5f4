import {asArray, asObject, asText, type JsonObject, storedJson} from '@osc-cli/core'

/** What Mistral keeps of how a task runs: what triggered it, and how many items it has. */
export const runtimeContext = ({runtime_context: context}: JsonObject): JsonObject => asObject(storedJson(context))

/** A task that another one triggered, and how it ended: `on-success`, `on-error`, `on-complete` or `on-skip`. */
export interface Trigger {
  task: string
  event: string
}

export const triggersOf = (task: JsonObject): Trigger[] =>
  asArray(runtimeContext(task).triggered_by)
    .map(asObject)
    .map(({task_id, event}) => ({task: asText(task_id) ?? '', event: asText(event) ?? ''}))

/** The tasks, each after those that triggered it: times in Mistral are whole seconds, which do not show the order. */
export function inOrder(tasks: readonly JsonObject[]): JsonObject[] {
  const byId = new Map(tasks.map((task) => [asText(task.id), task]))
  const ordered: JsonObject[] = []
  const visited = new Set<JsonObject>()
  const visit = (task: JsonObject | undefined): void => {
    if (task === undefined || visited.has(task)) return
    visited.add(task)
    for (const trigger of triggersOf(task)) visit(byId.get(trigger.task))
    ordered.push(task)
  }
  tasks.forEach(visit)
  return ordered
}
