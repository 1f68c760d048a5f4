import type {JsonObject} from '@osc-cli/core'
import type {RestRecords} from '@osc-cli/core/sandbox'

interface Kept {
  runs: RestRecords
  tasks: RestRecords
  actions: RestRecords
}

/** The report of an execution: how many of its tasks are in which state, and their tree. */
export function reportOf(execution: JsonObject, kept: Kept, query: URLSearchParams): JsonObject {
  const errorsOnly = query.get('errors_only') === 'True'
  const counts: Record<string, number> = {}
  for (const state of ['total', 'running', 'success', 'error', 'idle', 'paused']) counts[`${state}_tasks_count`] = 0

  const treeOf = (run: JsonObject): JsonObject => ({
    ...facts(run, run.workflow_name),
    task_executions: kept.tasks
      .find({workflow_execution_id: String(run.id)})
      .filter(({state}) => !errorsOnly || state === 'ERROR')
      .map((task) => {
        for (const state of ['total', String(task.state).toLowerCase()]) {
          const key = `${state}_tasks_count`
          counts[key] = (counts[key] ?? 0) + 1
        }
        const below = {task_execution_id: String(task.id)}
        return {
          ...facts(task, task.name),
          action_executions: kept.actions.find(below).map((action) => facts(action, action.name)),
          workflow_executions: kept.runs.find(below).map(treeOf),
        }
      }),
  })
  const root = treeOf(execution)
  const statistics = {...counts, estimated_time: 0}
  return query.get('statistics_only') === 'True' ? {statistics} : {statistics, root_workflow_execution: root}
}

const facts = ({id, state, state_info, created_at, updated_at}: JsonObject, name: JsonObject[string]): JsonObject => ({
  id,
  name,
  state,
  state_info,
  created_at,
  updated_at,
})
