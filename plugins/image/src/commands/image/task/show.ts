import {Args, ShowCommand} from '@osc-cli/core'
import {Task, taskFields} from '#task'

export default class ImageTaskShow extends ShowCommand {
  static override summary = 'Show a task of the image service'
  static override roles = ['admin']
  static override columns = Object.keys(taskFields)
  static override calls = ['GET /v2/tasks/{id}']
  static override examples = [
    {command: 'osc image task show $(osc image task list --limit 1 -f value -c ID)', description: 'Show the last task'},
  ]
  static override args = {
    task: Args.string({description: 'Task (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ImageTaskShow)
    await this.show(await this.api(Task).find(args.task), taskFields)
  }
}
