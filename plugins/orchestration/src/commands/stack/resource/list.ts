import {Args, asText, Flags, ListCommand, listFormat} from '@osc-cli/core'
import {columnsOf} from '#event-columns'
import {dotGraph} from '#format/dot'
import {parameterMap} from '#parameters'
import {stackPath} from '#stack-path'

export default class StackResourceList extends ListCommand {
  static override summary = "List a stack's resources."
  static override roles = ['reader']
  static override calls = ['GET /v1/{project_id}/stacks/{name}/{id}/resources']
  static override examples = [
    {command: 'osc stack resource list web', description: 'What it is made of'},
    {
      command: 'osc stack resource list -n 3 --filter status=FAILED web',
      description: 'What failed, in nested stacks too',
    },
    {command: 'osc stack resource list -f dot --long web', description: 'A graph for graphviz'},
  ]
  static override args = {
    stack: Args.string({description: 'Stack (name or ID).', required: true}),
  }
  static override flags = {
    format: listFormat({also: ['dot']}),
    long: Flags.boolean({description: 'With details, which -f dot needs for its edges, and the stack.'}),
    'nested-depth': Flags.integer({char: 'n', description: 'Look so deep into nested stacks.', helpValue: 'DEPTH'}),
    filter: Flags.strings({
      description: 'Only resources with this value: name, status, type, action, id, physical_resource_id.',
      helpValue: 'KEY=VALUE',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(StackResourceList)
    const nested = flags['nested-depth'] || undefined
    const query = {...parameterMap(flags.filter ?? []), nested_depth: nested, with_detail: flags.long || undefined}
    const session = await this.session()
    const found = session.list('orchestration', `${stackPath(args.stack)}/resources`, 'resources', {
      query,
      singlePage: true,
    })
    const rows = (await Array.fromAsync(found)).map((row) => ({...row, stack_name: stackOf(row.links)}))
    if (this.format === 'dot') return await this.print(dotGraph(rows).trimEnd())
    const [first] = rows
    const name = first && !('resource_name' in first) ? 'logical_resource_id' : 'resource_name'
    const keys = [name, 'physical_resource_id', 'resource_type', 'resource_status', 'updated_time']
    await this.table(columnsOf(nested || flags.long ? [...keys, 'stack_name'] : keys), rows)
  }
}

/** The stack's name out of the link to it. */
function stackOf(links: unknown): string | undefined {
  const found = Array.isArray(links) ? links.find((link) => link?.rel === 'stack') : undefined
  return asText(found?.href)?.split('/').at(-2)
}
