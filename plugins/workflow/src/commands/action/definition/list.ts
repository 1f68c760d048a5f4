import {ListCommand} from '@osc-cli/core'
import {Action, actionColumns, actionKeys} from '#action'
import {namespaceFlag} from '#definition'
import {listQuery, orEmptyRow, pageOptions} from '#mistral-list'

export default class ActionDefinitionList extends ListCommand {
  static override summary = 'List actions'
  static override roles = ['reader']
  static override columns = Object.keys(actionColumns)
  static override calls = ['GET /v2/actions']
  static override seeAlso = ['action definition show', 'action execution run']
  static override examples = [
    {command: 'osc action definition list --filter name=std.http', description: 'One action with its input'},
  ]
  static override flags = {...pageOptions, ...namespaceFlag}

  async run(): Promise<void> {
    const {flags} = await this.parse(ActionDefinitionList)
    const rows = this.api(Action).list(
      {...listQuery(flags, actionKeys), namespace: flags.namespace || undefined},
      {singlePage: true},
    )
    await this.table(actionColumns, orEmptyRow(rows))
  }
}
