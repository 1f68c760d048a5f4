import {Args, ShowCommand} from '@osc-cli/core'
import {Action, actionFields, actionPath} from '#action'
import {namespaceFlag} from '#definition'

export default class ActionDefinitionShow extends ShowCommand {
  static override summary = 'Show an action'
  static override roles = ['reader']
  static override columns = Object.keys(actionFields)
  static override calls = ['GET /v2/actions/{id}']
  static override seeAlso = ['action definition definition show', 'action execution run']
  static override examples = [
    {command: 'osc action definition show std.http', description: 'Its input and description'},
  ]
  static override args = {action: Args.string({description: 'Action (name or ID)', required: true})}
  static override flags = namespaceFlag

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ActionDefinitionShow)
    await this.show(await this.api(Action).find(actionPath(args.action, flags.namespace)), actionFields)
  }
}
