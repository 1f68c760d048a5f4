import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {Stack} from '#stack'
import {stackFields} from '#stack-fields'

export default class StackShow extends ShowCommand {
  static override summary = 'Show a stack'
  static override roles = ['reader']
  static override calls = ['GET /v1/{project_id}/stacks/{name}/{id}']
  static override seeAlso = ['stack output list', 'stack resource list']
  static override examples = [{command: 'osc stack show web', description: 'Show state, parameters and outputs'}]
  static override args = {
    stack: Args.string({description: 'Stack (name or ID)', required: true}),
  }
  static override flags = {
    'no-resolve-outputs': Flags.boolean({description: 'Omit the outputs, which may take long to compute'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(StackShow)
    const resolve = !flags['no-resolve-outputs']
    const stack = await this.api(Stack).get(args.stack, {resolve_outputs: resolve ? undefined : false})
    await this.show(stack, stackFields(stack, {outputs: resolve}))
  }
}
