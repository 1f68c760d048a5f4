import {Args, Flags, requireChanges, ShowCommand} from '@osc-cli/core'
import {ActionExecution, actionExecutionFields} from '#action-execution'
import {jsonInput} from '#json-input'

export default class ActionExecutionUpdate extends ShowCommand {
  static override summary = 'Set the state or output of an action execution'
  static override roles = ['member']
  static override calls = ['PUT /v2/action_executions/{id}']
  static override seeAlso = ['action execution show']
  static override examples = [
    {
      command: `osc action execution update --state SUCCESS --output '{"ok": true}' 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11`,
      description: 'Complete an asynchronous action',
    },
  ]
  static override args = {action: Args.string({description: 'Action execution (ID)', required: true})}
  static override flags = {
    state: Flags.string({
      description: 'New state',
      helpValue: 'STATE',
      options: ['PAUSED', 'RUNNING', 'SUCCESS', 'ERROR', 'CANCELLED'],
    }),
    output: Flags.string({description: 'Output: JSON or a file', helpValue: 'OUTPUT'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ActionExecutionUpdate)
    const output = flags.output ? await jsonInput(flags.output, this.runtime.cwd) : undefined
    const body = requireChanges({state: flags.state || undefined, output})
    await this.show(await this.api(ActionExecution).update(args.action, body), actionExecutionFields)
  }
}
