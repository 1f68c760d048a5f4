import {
  Args,
  asArray,
  asObject,
  asText,
  Flags,
  type JsonObject,
  OscError,
  pathSegment,
  ShowCommand,
  UsageError,
} from '@osc-cli/core'
import {columnsOf} from '#event-columns'
import {jsonCell} from '#format/cells'
import {Stack} from '#stack'
import {wholeStackPath} from '#stack-path'

export default class StackOutputShow extends ShowCommand {
  static override summary = 'Show outputs of a stack'
  static override roles = ['reader']
  static override calls = [
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'GET /v1/{project_id}/stacks/{name}/{id}/outputs/{output}',
  ]
  static override examples = [
    {command: 'osc stack output show web message -f value -c output_value', description: 'Print only the value'},
    {command: 'osc stack output show --all web', description: 'Show all outputs'},
  ]
  static override args = {
    stack: Args.string({description: 'Stack (name or ID)', required: true}),
    output: Args.string({description: 'Output', required: false}),
  }
  static override flags = {
    all: Flags.boolean({description: 'Show all outputs'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(StackOutputShow)
    if (flags.all === (args.output !== undefined)) throw new UsageError('Specify either an output or --all.')
    if (args.output === undefined) return await this.showAll(args.stack)
    const session = await this.session()
    const path = `${await wholeStackPath(session, args.stack)}/outputs/${pathSegment(args.output, 'output')}`
    const output = asObject((await session.get('orchestration', path)).output)
    if (output.output_error)
      throw new OscError(`Output ${args.output} of stack ${args.stack} failed: ${asText(output.output_error)}`)
    await this.show(output, columnsOf(Object.keys(output)))
  }

  private async showAll(name: string): Promise<void> {
    const stack = await this.api(Stack).get(name)
    const outputs = asArray(stack.outputs).map(asObject)
    const byKey: JsonObject = Object.fromEntries(outputs.map((output) => [asText(output.output_key) ?? '', output]))
    const columns = Object.keys(byKey).map((key) => [key, () => jsonCell(byKey[key])] as const)
    await this.show(byKey, Object.fromEntries(columns))
  }
}
