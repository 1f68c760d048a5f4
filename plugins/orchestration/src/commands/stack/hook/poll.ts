import {Args, asText, Flags, ListCommand} from '@osc-cli/core'
import {hookTypeOf, pendingHooks} from '#hooks'
import {Stack} from '#stack'

export default class StackHookPoll extends ListCommand {
  static override summary = 'List resources that are paused by a hook'
  static override roles = ['reader']
  static override calls = [
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'GET /v1/{project_id}/stacks/{name}/{id}/resources',
    'GET /v1/{project_id}/stacks/{name}/{id}/events',
  ]
  static override examples = [
    {
      command: 'osc stack hook poll --nested-depth 3 waiting',
      description: 'Include paused resources of nested stacks',
    },
  ]
  static override args = {
    stack: Args.string({description: 'Stack (name or ID)', required: true}),
  }
  static override flags = {
    'nested-depth': Flags.integer({description: 'Depth of nested stacks to include', helpValue: 'DEPTH'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(StackHookPoll)
    const depth = flags['nested-depth'] ?? 0
    const stack = await this.api(Stack).get(args.stack, {resolve_outputs: false})
    const type = hookTypeOf(args.stack, asText(stack.stack_status) ?? '')
    const rows = await pendingHooks(await this.session(), asText(stack.stack_name) ?? args.stack, type, depth)
    const [first] = rows
    await this.table(
      {
        ...(!first
          ? {}
          : 'resource_name' in first
            ? {'Resource Name': 'resource_name'}
            : {'Logical Resource ID': 'logical_resource_id'}),
        ID: 'id',
        'Resource Status Reason': 'resource_status_reason',
        'Resource Status': 'resource_status',
        'Event Time': 'event_time',
        ...(depth > 0 ? {'Stack Name': 'stack_name'} : {}),
      },
      rows,
    )
  }
}
