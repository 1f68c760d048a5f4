import {type CommandContext, Formatted, type JsonObject, type Query, type Row} from '@osc-cli/core'
import {subExecutions} from '#sub-executions'
import {TaskOfExecution} from '#task'
import {inOrder} from '#task-order'

/** The tasks of an execution, those of sub-workflows after the task that runs them; `depth` is their level. */
export async function* taskTree(
  context: Pick<CommandContext, 'api'>,
  execution: string,
  query: Query,
  depth = 0,
): AsyncGenerator<JsonObject> {
  const tasks = await Array.fromAsync(context.api(TaskOfExecution).under(execution).list(query, {singlePage: true}))
  for (const task of inOrder(tasks)) {
    yield {...task, depth}
    if (task.type !== 'WORKFLOW') continue
    for (const {id} of await subExecutions(context, String(task.id))) yield* taskTree(context, id, query, depth + 1)
  }
}

/** The name of a task, indented for people by its level. */
export const nameInTree = ({name, depth}: Row) =>
  new Formatted(name ?? null, () => `${'  '.repeat(Number(depth ?? 0))}${name ?? ''}`)
