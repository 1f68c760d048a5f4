import {Args, ListCommand} from '@osc-cli/core'
import {ActionExecution, ActionOfTask, actionExecutionColumns} from '#action-execution'
import {executionRows, listQuery, orEmptyRow, pageOptions} from '#mistral-list'
import {oldestFlag} from '#oldest'

export default class ActionExecutionList extends ListCommand {
  static override summary = 'List action executions'
  static override description = 'Lists the newest 100 executions, the newest last, unless --limit or --oldest is given.'
  static override roles = ['reader']
  static override columns = Object.keys(actionExecutionColumns)
  static override calls = ['GET /v2/action_executions', 'GET /v2/tasks/{id}/action_executions']
  static override seeAlso = ['action execution show', 'task execution list']
  static override examples = [
    {command: 'osc action execution list 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11', description: 'Actions of one task'},
    {command: 'osc action execution list --filter name=std.http', description: 'Executions of one action'},
  ]
  static override args = {task: Args.string({description: 'Task execution (ID; default: all of them)'})}
  static override flags = {...pageOptions, ...oldestFlag}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ActionExecutionList)
    const actions = args.task ? this.api(ActionOfTask).under(args.task) : this.api(ActionExecution)
    const rows = await executionRows(flags, (page) => actions.list(listQuery(page), {singlePage: true}))
    await this.table(actionExecutionColumns, orEmptyRow(rows))
  }
}
