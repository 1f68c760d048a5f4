import {Args, Flags, type JsonObject, redactText, ShowCommand} from '@osc-cli/core'
import {ActionExecution, actionExecutionFields} from '#action-execution'
import {namespaceFlag} from '#definition'
import {objectInput} from '#json-input'

export default class ActionExecutionRun extends ShowCommand {
  static override summary = 'Run an action'
  static override description =
    'Prints the output of the action. With --save-result the action runs in the background and its execution is shown; ' +
    'with --run-sync the command waits for the output.'
  static override roles = ['member']
  static override calls = ['POST /v2/action_executions']
  static override seeAlso = ['action definition list', 'action execution output show']
  static override examples = [
    {command: `osc action execution run std.echo '{"output": "hello"}'`, description: 'Run an action with input'},
    {command: `osc action execution run -s std.http '{"url": "http://example.org"}'`, description: 'In the background'},
  ]
  static override args = {
    name: Args.string({description: 'Action (name)', required: true}),
    input: Args.string({description: 'Input: JSON or a file'}),
  }
  static override flags = {
    'save-result': Flags.boolean({char: 's', description: 'Save the result in the database'}),
    'run-sync': Flags.boolean({description: 'Wait for the action to complete'}),
    target: Flags.string({char: 't', description: 'Executor to run the action on', helpValue: 'EXECUTOR'}),
    ...namespaceFlag,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ActionExecutionRun)
    const input = await objectInput(args.input, this.runtime.cwd)
    const params: JsonObject = {
      ...(flags['save-result'] && {save_result: true}),
      ...(flags['run-sync'] && {run_sync: true}),
      ...(flags.target && {target: flags.target}),
    }
    const execution = await this.api(ActionExecution).create({
      name: args.name,
      ...(input && {input: JSON.stringify(input)}),
      ...(Object.keys(params).length > 0 && {params: JSON.stringify(params)}),
      ...(flags.namespace && {workflow_namespace: flags.namespace}),
    })
    if (flags['save-result'] && !flags['run-sync']) await this.show(execution, actionExecutionFields)
    else await this.print(redactText(String(execution.output)))
  }
}
