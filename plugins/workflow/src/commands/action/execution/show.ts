import {Args, ShowCommand} from '@osc-cli/core'
import {ActionExecution, actionExecutionFields} from '#action-execution'

export default class ActionExecutionShow extends ShowCommand {
  static override summary = 'Show an action execution'
  static override roles = ['reader']
  static override columns = Object.keys(actionExecutionFields)
  static override calls = ['GET /v2/action_executions/{id}']
  static override seeAlso = ['action execution output show', 'action execution input show']
  static override examples = [
    {command: 'osc action execution show 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11', description: 'State and reason'},
  ]
  static override args = {action: Args.string({description: 'Action execution (ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(ActionExecutionShow)
    await this.show(await this.api(ActionExecution).find(args.action), actionExecutionFields)
  }
}
