import {Args, OscCommand} from '@osc-cli/core'
import {Action, actionPath} from '#action'
import {namespaceFlag, printText} from '#definition'

export default class ActionDefinitionDefinitionShow extends OscCommand {
  static override summary = 'Print the definition of an action'
  static override description = 'Built-in actions have no definition: an empty line is printed for them.'
  static override roles = ['reader']
  static override calls = ['GET /v2/actions/{id}']
  static override seeAlso = ['action definition show']
  static override examples = [
    {command: 'osc action definition definition show greet', description: 'The definition as it was uploaded'},
  ]
  static override args = {name: Args.string({description: 'Action (name)', required: true})}
  static override flags = namespaceFlag

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ActionDefinitionDefinitionShow)
    const {definition} = await this.api(Action).find(actionPath(args.name, flags.namespace))
    await printText(this, definition)
  }
}
