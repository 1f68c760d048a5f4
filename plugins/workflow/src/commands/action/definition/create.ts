import {Args, asArray, asObject, ListCommand} from '@osc-cli/core'
import {actionColumns} from '#action'
import {namespaceFlag, publicFlag, scopeQuery, sendText} from '#definition'
import {orEmptyRow, unusedPageOptions} from '#mistral-list'

export default class ActionDefinitionCreate extends ListCommand {
  static override summary = 'Create the actions of a definition'
  static override roles = ['member']
  static override calls = ['POST /v2/actions']
  static override seeAlso = ['action definition list', 'action execution run']
  static override examples = [
    {command: 'osc action definition create actions.yaml', description: 'Create every ad-hoc action in a file'},
  ]
  static override args = {definition: Args.string({description: 'File with the definition', required: true})}
  static override flags = {...unusedPageOptions, ...publicFlag, ...namespaceFlag}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ActionDefinitionCreate)
    const {actions} = await sendText(this, 'POST', '/actions', args.definition, scopeQuery(flags))
    await this.table(actionColumns, orEmptyRow(asArray(actions).map(asObject)))
  }
}
