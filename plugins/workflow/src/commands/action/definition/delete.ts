import {Args, OscCommand} from '@osc-cli/core'
import {accepted} from '#accepted'
import {Action, actionPath} from '#action'
import {namespaceFlag} from '#definition'

export default class ActionDefinitionDelete extends OscCommand {
  static override summary = 'Delete actions'
  static override roles = ['member']
  static override calls = ['DELETE /v2/actions/{id}']
  static override seeAlso = ['action definition list']
  static override examples = [{command: 'osc action definition delete greet', description: 'Delete one ad-hoc action'}]
  static override args = {
    action: Args.string({description: 'Actions to delete (name or ID)', required: true, multiple: true}),
  }
  static override flags = namespaceFlag

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ActionDefinitionDelete)
    await this.each(args.action, async (name) => {
      await this.api(Action).delete(actionPath(name, flags.namespace))
      await this.print(accepted('action', name))
    })
  }
}
