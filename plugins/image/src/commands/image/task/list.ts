import {Flags, firstOf, ListCommand, pageFlags} from '@osc-cli/core'
import {Task, taskColumns} from '#task'

export default class ImageTaskList extends ListCommand {
  static override summary = 'List tasks of the image service'
  static override roles = ['admin']
  static override columns = Object.keys(taskColumns)
  static override calls = ['GET /v2/tasks']
  static override examples = [{command: 'osc image task list --status failure', description: 'List failed imports'}]
  static override flags = {
    'sort-key': Flags.string({
      description: 'Attribute to sort by: created_at, expires_at, id, status, type or updated_at (default: created_at)',
      helpValue: 'KEY',
    }),
    'sort-dir': Flags.string({description: 'Sort direction: asc or desc (default: desc)', helpValue: 'DIRECTION'}),
    ...pageFlags,
    type: Flags.string({description: 'List tasks of this type', helpValue: 'TYPE', options: ['import']}),
    status: Flags.string({
      description: 'List tasks in this status',
      helpValue: 'STATUS',
      options: ['pending', 'processing', 'success', 'failure'],
    }),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(ImageTaskList)
    const query = {
      sort_key: flags['sort-key'],
      sort_dir: flags['sort-dir'],
      limit: flags.limit,
      marker: flags.marker,
      type: flags.type,
      status: flags.status,
    }
    await this.table(taskColumns, firstOf(this.api(Task).list(query), flags['max-items']))
  }
}
