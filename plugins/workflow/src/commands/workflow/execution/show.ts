import {Args, ShowCommand} from '@osc-cli/core'
import {executionFields, WorkflowExecution} from '#execution'
import {drawExecution, graphFlag} from '#graph/draw'

export default class WorkflowExecutionShow extends ShowCommand {
  static override summary = 'Show a workflow execution'
  static override roles = ['reader']
  static override calls = ['GET /v2/executions/{id}', 'GET /v2/executions/{id}/tasks', 'GET /v2/workflows/{id}']
  static override seeAlso = ['task execution list', 'workflow execution output show', 'workflow execution report show']
  static override examples = [
    {command: 'osc workflow execution show 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11', description: 'State and duration'},
    {
      command: 'osc workflow execution show 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11 --graph',
      description: 'Draw its tasks with states and durations',
    },
  ]
  static override args = {execution: Args.string({description: 'Workflow execution (ID)', required: true})}
  static override flags = graphFlag

  async run(): Promise<void> {
    const {args, flags} = await this.parse(WorkflowExecutionShow)
    const execution = await this.api(WorkflowExecution).find(args.execution)
    if (flags.graph) return await drawExecution(this, execution, flags.graph)
    await this.show(execution, executionFields(this.now()))
  }
}
