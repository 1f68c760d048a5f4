import {Args, ShowCommand} from '@osc-cli/core'
import {executionFields, WorkflowExecution} from '#execution'

export default class WorkflowExecutionShow extends ShowCommand {
  static override summary = 'Show a workflow execution'
  static override roles = ['reader']
  static override calls = ['GET /v2/executions/{id}']
  static override seeAlso = ['task execution list', 'workflow execution output show', 'workflow execution report show']
  static override examples = [
    {command: 'osc workflow execution show 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11', description: 'State and duration'},
  ]
  static override args = {execution: Args.string({description: 'Workflow execution (ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(WorkflowExecutionShow)
    await this.show(await this.api(WorkflowExecution).find(args.execution), executionFields(this.now()))
  }
}
