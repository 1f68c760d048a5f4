import {ListCommand} from '@osc-cli/core'
import {listQuery, orEmptyRow, pageOptions} from '#mistral-list'
import {Workflow, workflowColumns, workflowKeys} from '#workflow'

export default class WorkflowList extends ListCommand {
  static override summary = 'List workflows'
  static override roles = ['reader']
  static override columns = Object.keys(workflowColumns)
  static override calls = ['GET /v2/workflows']
  static override seeAlso = ['workflow create', 'workflow show']
  static override examples = [
    {command: 'osc workflow list --filter scope=public', description: 'Workflows that all projects share'},
  ]
  static override flags = pageOptions

  async run(): Promise<void> {
    const {flags} = await this.parse(WorkflowList)
    const rows = this.api(Workflow).list(listQuery(flags, workflowKeys), {singlePage: true})
    await this.table(workflowColumns, orEmptyRow(rows))
  }
}
