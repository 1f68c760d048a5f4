import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {objectInput} from '#json-input'
import {TaskExecution, taskFields} from '#task'

export default class TaskExecutionRerun extends ShowCommand {
  static override summary = 'Rerun a failed task'
  static override roles = ['member']
  static override calls = ['PUT /v2/tasks/{id}']
  static override seeAlso = ['task execution show', 'workflow execution show']
  static override examples = [
    {
      command: 'osc task execution rerun --resume 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11',
      description: 'Rerun only the failed actions of a with-items task',
    },
  ]
  static override args = {task: Args.string({description: 'Task execution (ID)', required: true})}
  static override flags = {
    resume: Flags.boolean({description: 'Rerun only actions that failed or did not start (with-items tasks)'}),
    env: Flags.string({char: 'e', description: 'Environment variables: JSON, YAML or a file', helpValue: 'ENV'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(TaskExecutionRerun)
    const env = await objectInput(flags.env, this.runtime.cwd)
    const body = {id: args.task, state: 'RUNNING', reset: !flags.resume, ...(env && {env: JSON.stringify(env)})}
    await this.show(await this.api(TaskExecution).update(args.task, body), taskFields(this.now()))
  }
}
