import {Args, asArray, asObject, Flags, ListCommand, pathSegment} from '@osc-cli/core'
import {actionColumns} from '#action'
import {namespaceFlag, publicFlag, scopeQuery, sendText} from '#definition'
import {orEmptyRow, unusedPageOptions} from '#mistral-list'

export default class ActionDefinitionUpdate extends ListCommand {
  static override summary = 'Replace the definition of actions'
  static override roles = ['member']
  static override calls = ['PUT /v2/actions', 'PUT /v2/actions/{id}']
  static override seeAlso = ['action definition definition show']
  static override examples = [
    {command: 'osc action definition update actions.yaml', description: 'Every action of a file, by its name'},
  ]
  static override args = {definition: Args.string({description: 'File with the definition', required: true})}
  static override flags = {
    ...unusedPageOptions,
    id: Flags.string({description: 'Action to replace (ID; default: by the names in the file)', helpValue: 'ID'}),
    ...publicFlag,
    ...namespaceFlag,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ActionDefinitionUpdate)
    const path = flags.id ? `/actions/${pathSegment(flags.id, 'action')}` : '/actions'
    const {actions} = await sendText(this, 'PUT', path, args.definition, scopeQuery(flags))
    await this.table(actionColumns, orEmptyRow(asArray(actions).map(asObject)))
  }
}
