import {asObject, asText, type CommandContext, type JsonObject, storedJson} from '@osc-cli/core'
import {WorkflowExecution} from '#execution'

/** An execution that a task started: one for each item of a with-items task. */
export interface SubExecution {
  id: string
  workflow: string
  state: string
  /** The number of its item, from 0. */
  index: number
}

/** The executions that a task started, in the order of its items. */
export async function subExecutions(context: Pick<CommandContext, 'api'>, task: string): Promise<SubExecution[]> {
  const query = {task_execution_id: task, fields: 'id,workflow_name,state,params'}
  const records = await Array.fromAsync(context.api(WorkflowExecution).list(query))
  return records.map(subExecution).sort((a, b) => a.index - b.index)
}

const subExecution = ({id, workflow_name, state, params}: JsonObject): SubExecution => ({
  id: asText(id) ?? '',
  workflow: asText(workflow_name) ?? '',
  state: asText(state) ?? '',
  index: Number(asObject(storedJson(params)).index ?? 0),
})
