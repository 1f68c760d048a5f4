import {Args, OscCommand} from '@osc-cli/core'
import {printText} from '#definition'
import {followExecution} from '#follow'
import {storedText} from '#result'

export default class WorkflowExecutionFollow extends OscCommand {
  static override summary = 'Follow a workflow execution until it ends'
  static override description =
    'Reports tasks on stderr as they run, then prints the output of the workflow, or fails with the reason of the ' +
    'task that failed.'
  static override roles = ['reader']
  static override calls = [
    'GET /v2/executions/{id}',
    'GET /v2/executions/{id}/tasks',
    'GET /v2/executions/{id}/report',
    'GET /v2/executions',
    'GET /v2/tasks/{id}/action_executions',
  ]
  static override seeAlso = ['workflow execution create', 'workflow execution report show']
  static override examples = [
    {
      command: 'osc workflow execution follow 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11',
      description: 'Its tasks, then its output',
    },
  ]
  static override args = {execution: Args.string({description: 'Workflow execution (ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(WorkflowExecutionFollow)
    const {output} = await followExecution(this, args.execution)
    await printText(this, storedText(output))
  }
}
