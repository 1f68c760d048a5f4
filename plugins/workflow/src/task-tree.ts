import {type CommandContext, Formatted, type JsonObject, type Query, type Row} from '@osc-cli/core'
import {WorkflowExecution} from '#execution'
import {TaskOfExecution} from '#task'

/** The tasks of an execution, those of sub-workflows after the task that runs them; `depth` is their level. */
export async function* taskTree(
  context: Pick<CommandContext, 'api'>,
  execution: string,
  query: Query,
  depth = 0,
): AsyncGenerator<JsonObject> {
  for await (const task of context.api(TaskOfExecution).under(execution).list(query, {singlePage: true})) {
    yield {...task, depth}
    if (task.type !== 'WORKFLOW') continue
    const below = {task_execution_id: String(task.id), sort_keys: 'created_at', fields: 'id'}
    for await (const {id} of context.api(WorkflowExecution).list(below, {singlePage: true}))
      yield* taskTree(context, String(id), query, depth + 1)
  }
}

/** The name of a task, indented for people by its level. */
export const nameInTree = ({name, depth}: Row) =>
  new Formatted(name ?? null, () => `${'  '.repeat(Number(depth ?? 0))}${name ?? ''}`)
