import {ListCommand} from '@osc-cli/core'
import {CodeSource, codeSourceColumns, codeSourceKeys} from '#code-source'
import {listQuery, orEmptyRow, pageOptions} from '#mistral-list'

export default class CodeSourceList extends ListCommand {
  static override summary = 'List code sources'
  static override roles = ['reader']
  static override columns = Object.keys(codeSourceColumns)
  static override calls = ['GET /v2/code_sources']
  static override seeAlso = ['code source create', 'code source show']
  static override examples = [{command: 'osc code source list', description: 'All code sources of the project'}]
  static override flags = pageOptions

  async run(): Promise<void> {
    const {flags} = await this.parse(CodeSourceList)
    const rows = this.api(CodeSource).list(listQuery(flags, codeSourceKeys), {singlePage: true})
    await this.table(codeSourceColumns, orEmptyRow(rows))
  }
}
