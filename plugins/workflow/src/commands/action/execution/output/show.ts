import {Args, OscCommand} from '@osc-cli/core'
import {ActionExecution} from '#action-execution'
import {printText} from '#definition'
import {storedText} from '#result'

export default class ActionExecutionOutputShow extends OscCommand {
  static override summary = 'Print the output of an action execution'
  static override roles = ['reader']
  static override calls = ['GET /v2/action_executions/{id}']
  static override seeAlso = ['action execution show']
  static override examples = [
    {
      command: 'osc action execution output show 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11',
      description: 'The result of the action',
    },
  ]
  static override args = {action: Args.string({description: 'Action execution (ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(ActionExecutionOutputShow)
    const {output} = await this.api(ActionExecution).find(args.action)
    await printText(this, storedText(output))
  }
}
