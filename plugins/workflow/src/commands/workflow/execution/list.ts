import {Flags, ListCommand} from '@osc-cli/core'
import {executionColumns, executionKeys, WorkflowExecution} from '#execution'
import {executionRows, listQuery, orEmptyRow, pageOptions} from '#mistral-list'
import {oldestFlag} from '#oldest'

export default class WorkflowExecutionList extends ListCommand {
  static override summary = 'List workflow executions'
  static override description = 'Lists the newest 100 executions, the newest last, unless --limit or --oldest is given.'
  static override roles = ['reader']
  static override calls = ['GET /v2/executions']
  static override seeAlso = ['workflow execution show', 'task execution list']
  static override examples = [
    {command: 'osc workflow execution list --filter state=ERROR --limit 10', description: 'The last ten failures'},
    {command: 'osc workflow execution list --rootsonly', description: 'Without executions of sub-workflows'},
  ]
  static override flags = {
    ...pageOptions,
    ...oldestFlag,
    task: Flags.optionalValue({description: 'Task execution that started them (ID)', helpValue: 'ID', bare: ''}),
    rootsonly: Flags.boolean({description: 'Only executions that no other execution started'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(WorkflowExecutionList)
    const beside = {
      nulls: flags.rootsonly ? 'root_execution_id' : undefined,
      task_execution_id: flags.task || undefined,
    }
    const rows = await executionRows(flags, (page) =>
      this.api(WorkflowExecution).list({...listQuery(page, executionKeys), ...beside}, {singlePage: true}),
    )
    await this.table(executionColumns(this.now()), orEmptyRow(rows))
  }
}
