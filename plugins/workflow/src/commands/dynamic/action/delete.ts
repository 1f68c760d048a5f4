import {Args, OscCommand} from '@osc-cli/core'
import {accepted} from '#accepted'
import {namespaceFlag} from '#definition'
import {DynamicAction} from '#dynamic-action'

export default class DynamicActionDelete extends OscCommand {
  static override summary = 'Delete dynamic actions'
  static override roles = ['member']
  static override calls = ['DELETE /v2/dynamic_actions/{id}']
  static override seeAlso = ['dynamic action list', 'code source delete']
  static override examples = [
    {command: 'osc dynamic action delete greet', description: 'Delete one action; its code source stays'},
  ]
  static override args = {
    action: Args.string({description: 'Dynamic actions to delete (names or IDs)', required: true, multiple: true}),
  }
  static override flags = namespaceFlag

  async run(): Promise<void> {
    const {args, flags} = await this.parse(DynamicActionDelete)
    await this.each(args.action, async (name) => {
      await this.api(DynamicAction).delete(name, {namespace: flags.namespace || undefined})
      await this.print(accepted('dynamic action(s)', name))
    })
  }
}
