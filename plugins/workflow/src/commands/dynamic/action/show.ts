import {Args, ShowCommand} from '@osc-cli/core'
import {namespaceFlag} from '#definition'
import {DynamicAction, dynamicActionFields} from '#dynamic-action'
import {inNamespace} from '#named'

export default class DynamicActionShow extends ShowCommand {
  static override summary = 'Show a dynamic action'
  static override roles = ['reader']
  static override columns = Object.keys(dynamicActionFields)
  static override calls = ['GET /v2/dynamic_actions/{id}']
  static override seeAlso = ['code source content show']
  static override examples = [{command: 'osc dynamic action show greet', description: 'Its class and code source'}]
  static override args = {action: Args.string({description: 'Dynamic action (name or ID)', required: true})}
  static override flags = namespaceFlag

  async run(): Promise<void> {
    const {args, flags} = await this.parse(DynamicActionShow)
    await this.show(await inNamespace(this.api(DynamicAction), args.action, flags.namespace), dynamicActionFields)
  }
}
