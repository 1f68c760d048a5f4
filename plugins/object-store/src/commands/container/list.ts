import {ListCommand} from '@osc-cli/core'
import {listFlags, listQuery, pages} from '#listing'
import {swift} from '#swift'

export default class ContainerList extends ListCommand {
  static override summary = 'List containers'
  static override roles = ['member']
  static override calls = ['GET /v1/{account}']
  static override seeAlso = ['object list', 'container show']
  static override examples = [
    {command: 'osc container list', description: 'List the containers of the account'},
    {command: 'osc container list --long --prefix log-', description: 'List containers by prefix, with their size'},
  ]
  static override flags = listFlags('containers')

  async run(): Promise<void> {
    const {flags} = await this.parse(ContainerList)
    const columns = {Name: 'name', ...(flags.long && {Bytes: 'bytes', Count: 'count'})}
    const rows = pages((query) => swift(this, {path: '', query}), listQuery(flags), flags.all)
    await this.table(columns, rows)
  }
}
