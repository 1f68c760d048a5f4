import {Args, Flags, OscCommand} from '@osc-cli/core'
import {resourcePath} from '#stack-path'

export default class StackResourceMarkUnhealthy extends OscCommand {
  static override summary = 'Mark a resource for replacement by the next update'
  static override roles = ['member']
  static override calls = [
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'PATCH /v1/{project_id}/stacks/{name}/{id}/resources/{resource}',
  ]
  static override examples = [
    {
      command: 'osc stack resource mark unhealthy web greeting "disk is full"',
      description: 'Mark a resource as unhealthy, with a reason',
    },
    {
      command: 'osc stack resource mark unhealthy --reset web greeting',
      description: 'Mark a resource as healthy again',
    },
  ]
  static override args = {
    stack: Args.string({description: 'Stack (name or ID)', required: true}),
    resource: Args.string({description: 'Resource (name or physical ID)', required: true}),
    reason: Args.string({description: 'Reason', required: false, default: ''}),
  }
  static override flags = {
    reset: Flags.boolean({description: 'Mark the resource as healthy'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(StackResourceMarkUnhealthy)
    const session = await this.session()
    await session.request({
      service: 'orchestration',
      method: 'PATCH',
      path: await resourcePath(session, args.stack, args.resource),
      body: {mark_unhealthy: !flags.reset, resource_status_reason: args.reason},
    })
  }
}
