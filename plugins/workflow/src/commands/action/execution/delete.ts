import {Args, OscCommand} from '@osc-cli/core'
import {accepted} from '#accepted'
import {ActionExecution} from '#action-execution'

export default class ActionExecutionDelete extends OscCommand {
  static override summary = 'Delete action executions'
  static override roles = ['member']
  static override calls = ['DELETE /v2/action_executions/{id}']
  static override seeAlso = ['action execution list']
  static override examples = [
    {
      command: 'osc action execution delete 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11',
      description: 'Delete one that `action execution run` created',
    },
  ]
  static override args = {
    actions: Args.string({description: 'Action executions to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ActionExecutionDelete)
    await this.each(args.actions, async (id) => {
      await this.api(ActionExecution).delete(id)
      await this.print(accepted('action execution', id))
    })
  }
}
