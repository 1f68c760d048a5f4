import {ListCommand} from '@osc-cli/core'
import {listQuery, orEmptyRow, pageOptions} from '#mistral-list'
import {Workbook, workbookColumns} from '#workbook'

export default class WorkbookList extends ListCommand {
  static override summary = 'List workbooks'
  static override roles = ['reader']
  static override columns = Object.keys(workbookColumns)
  static override calls = ['GET /v2/workbooks']
  static override seeAlso = ['workbook create', 'workbook show']
  static override examples = [{command: 'osc workbook list', description: 'All workbooks of the project'}]
  static override flags = pageOptions

  async run(): Promise<void> {
    const {flags} = await this.parse(WorkbookList)
    const rows = this.api(Workbook).list(listQuery(flags), {singlePage: true})
    await this.table(workbookColumns, orEmptyRow(rows))
  }
}
