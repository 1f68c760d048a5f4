import {Args, asText, Flags, ListCommand, listFormat} from '@osc-cli/core'
import {columnsOf} from '#event-columns'
import {dotGraph} from '#format/dot'
import {parameterMap} from '#parameters'
import {stackPath} from '#stack-path'

export default class StackResourceList extends ListCommand {
  static override summary = 'List resources of a stack'
  static override roles = ['reader']
  static override calls = ['GET /v1/{project_id}/stacks/{name}/{id}/resources']
  static override examples = [
    {command: 'osc stack resource list web', description: 'List the resources of a stack'},
    {
      command: 'osc stack resource list -n 3 --filter status=FAILED web',
      description: 'List failed resources, including those of nested stacks',
    },
    {command: 'osc stack resource list -f dot --long web', description: 'Print a graph for Graphviz'},
  ]
  static override args = {
    stack: Args.string({description: 'Stack (name or ID)', required: true}),
  }
  static override flags = {
    format: listFormat({also: ['dot']}),
    long: Flags.boolean({description: 'Include the stack name; with -f dot, draw edges'}),
    'nested-depth': Flags.integer({char: 'n', description: 'Depth of nested stacks to include', helpValue: 'DEPTH'}),
    filter: Flags.strings({
      description: 'Filter by name, status, type, action, id or physical_resource_id (repeatable)',
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

/** The stack's name, from the link to it. */
function stackOf(links: unknown): string | undefined {
  const found = Array.isArray(links) ? links.find((link) => link?.rel === 'stack') : undefined
  return asText(found?.href)?.split('/').at(-2)
}
