import {Args, Flags, ListCommand, UsageError} from '@osc-cli/core'
import {executionRows, listColumns, listQuery, orEmptyRow, pageOptions} from '#mistral-list'
import {oldestFlag} from '#oldest'
import {TaskExecution, TaskOfExecution, taskColumns, taskKeys} from '#task'
import {nameInTree, taskTree} from '#task-tree'

export default class TaskExecutionList extends ListCommand {
  static override summary = 'List task executions'
  static override description = 'Lists the newest 100 tasks, the newest last, unless --limit or --oldest is given.'
  static override roles = ['reader']
  static override calls = ['GET /v2/tasks', 'GET /v2/executions/{id}/tasks', 'GET /v2/executions']
  static override seeAlso = ['task execution show', 'workflow execution report show']
  static override examples = [
    {command: 'osc task execution list 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11', description: 'Tasks of one execution'},
    {
      command: 'osc task execution list --tree 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11',
      description: 'With the tasks of its sub-workflows',
    },
    {command: 'osc task execution list --filter state=ERROR', description: 'Failed tasks of all executions'},
  ]
  static override args = {execution: Args.string({description: 'Workflow execution (ID; default: all of them)'})}
  static override flags = {
    ...pageOptions,
    ...oldestFlag,
    tree: Flags.boolean({
      description: 'Include the tasks of sub-workflows, in the order in which they started',
      exclusive: ['marker', 'limit', 'oldest'],
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(TaskExecutionList)
    const columns = taskColumns(this.now())
    if (flags.tree) {
      if (!args.execution)
        throw new UsageError('--tree needs a workflow execution.', {hint: 'Add the ID of an execution.'})
      const query = listQuery(flags, [...taskKeys, 'type', 'runtime_context'])
      const rows = taskTree(this, args.execution, query)
      return await this.table({...columns, ...listColumns({Name: nameInTree})}, orEmptyRow(rows))
    }
    const tasks = args.execution ? this.api(TaskOfExecution).under(args.execution) : this.api(TaskExecution)
    const rows = await executionRows(flags, (page) => tasks.list(listQuery(page, taskKeys), {singlePage: true}))
    await this.table(columns, orEmptyRow(rows))
  }
}
