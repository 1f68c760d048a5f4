import {Args, OscCommand} from '@osc-cli/core'
import {printText} from '#definition'
import {storedText} from '#result'
import {TaskExecution} from '#task'

export default class TaskExecutionPublishedShow extends OscCommand {
  static override summary = 'Print the variables that a task published'
  static override roles = ['reader']
  static override calls = ['GET /v2/tasks/{id}']
  static override seeAlso = ['task execution result show', 'workflow execution published show']
  static override examples = [
    {
      command: 'osc task execution published show 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11',
      description: 'Its variables, then its global ones',
    },
  ]
  static override args = {task: Args.string({description: 'Task execution (ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(TaskExecutionPublishedShow)
    const {published, published_global: global} = await this.api(TaskExecution).find(args.task)
    await printText(this, storedText(published) + storedText(global))
  }
}
