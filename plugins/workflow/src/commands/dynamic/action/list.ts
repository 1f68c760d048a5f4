import {ListCommand} from '@osc-cli/core'
import {namespaceFlag} from '#definition'
import {DynamicAction, dynamicActionColumns, dynamicActionKeys} from '#dynamic-action'
import {listQuery, orEmptyRow, pageOptions} from '#mistral-list'

export default class DynamicActionList extends ListCommand {
  static override summary = 'List dynamic actions'
  static override roles = ['reader']
  static override columns = Object.keys(dynamicActionColumns)
  static override calls = ['GET /v2/dynamic_actions']
  static override seeAlso = ['dynamic action create', 'code source list']
  static override examples = [{command: 'osc dynamic action list', description: 'All dynamic actions of the project'}]
  static override flags = {...pageOptions, ...namespaceFlag}

  async run(): Promise<void> {
    const {flags} = await this.parse(DynamicActionList)
    const rows = this.api(DynamicAction).list(
      {...listQuery(flags, dynamicActionKeys), namespace: flags.namespace || undefined},
      {singlePage: true},
    )
    await this.table(dynamicActionColumns, orEmptyRow(rows))
  }
}
