import {Args, OscCommand} from '@osc-cli/core'
import {printText} from '#definition'
import {WorkflowExecution} from '#execution'
import {storedText} from '#result'

export default class WorkflowExecutionPublishedShow extends OscCommand {
  static override summary = 'Print the global variables of a workflow execution'
  static override roles = ['reader']
  static override calls = ['GET /v2/executions/{id}']
  static override seeAlso = ['workflow execution show']
  static override examples = [
    {
      command: 'osc workflow execution published show 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11',
      description: 'Variables that its tasks published globally',
    },
  ]
  static override args = {execution: Args.string({description: 'Workflow execution (ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(WorkflowExecutionPublishedShow)
    const {published_global} = await this.api(WorkflowExecution).find(args.execution)
    await printText(this, storedText(published_global))
  }
}
