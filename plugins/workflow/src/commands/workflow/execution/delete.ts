import {Args, Flags, OscCommand} from '@osc-cli/core'
import {accepted} from '#accepted'
import {WorkflowExecution} from '#execution'

export default class WorkflowExecutionDelete extends OscCommand {
  static override summary = 'Delete workflow executions'
  static override roles = ['member']
  static override calls = ['DELETE /v2/executions/{id}']
  static override seeAlso = ['workflow execution update', 'workflow execution list']
  static override examples = [
    {
      command: 'osc workflow execution delete 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11',
      description: 'Delete an execution that has ended, with its tasks',
    },
  ]
  static override args = {
    execution: Args.string({description: 'Workflow executions to delete (IDs)', required: true, multiple: true}),
  }
  static override flags = {
    force: Flags.boolean({description: 'Delete executions that are still running; their tasks may fail'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(WorkflowExecutionDelete)
    await this.each(args.execution, async (id) => {
      await this.api(WorkflowExecution).delete(id, {force: flags.force ? 'True' : undefined})
      await this.print(accepted('execution', id))
    })
  }
}
