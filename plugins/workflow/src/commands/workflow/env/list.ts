import {ListCommand} from '@osc-cli/core'
import {Environment, environmentColumns, environmentKeys} from '#environment'
import {listQuery, orEmptyRow, pageOptions} from '#mistral-list'

export default class WorkflowEnvList extends ListCommand {
  static override summary = 'List workflow environments'
  static override roles = ['reader']
  static override columns = Object.keys(environmentColumns)
  static override calls = ['GET /v2/environments']
  static override seeAlso = ['workflow env create', 'workflow env show']
  static override examples = [{command: 'osc workflow env list', description: 'All environments of the project'}]
  static override flags = pageOptions

  async run(): Promise<void> {
    const {flags} = await this.parse(WorkflowEnvList)
    const rows = this.api(Environment).list(listQuery(flags, environmentKeys), {singlePage: true})
    await this.table(environmentColumns, orEmptyRow(rows))
  }
}
