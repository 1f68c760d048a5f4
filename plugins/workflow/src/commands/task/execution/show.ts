import {Args, ShowCommand} from '@osc-cli/core'
import {TaskExecution, taskFields} from '#task'

export default class TaskExecutionShow extends ShowCommand {
  static override summary = 'Show a task execution'
  static override roles = ['reader']
  static override calls = ['GET /v2/tasks/{id}']
  static override seeAlso = ['task execution result show', 'task execution rerun']
  static override examples = [
    {
      command: 'osc task execution show 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11',
      description: 'State, reason and duration',
    },
  ]
  static override args = {task: Args.string({description: 'Task execution (ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(TaskExecutionShow)
    await this.show(await this.api(TaskExecution).find(args.task), taskFields(this.now()))
  }
}
