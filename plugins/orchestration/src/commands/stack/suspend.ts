import {actionArgs, actionFlags, StackActionCommand} from '#stack-action'

export default class StackSuspend extends StackActionCommand {
  static override summary = 'Suspend stacks'
  static override roles = ['member']
  static override calls = [
    'POST /v1/{project_id}/stacks/{name}/{id}/actions',
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'GET /v1/{project_id}/stacks/{name}/{id}/events',
  ]
  static override examples = [{command: 'osc stack suspend --wait web', description: 'Suspend a stack and wait'}]
  static override args = actionArgs
  static override flags = actionFlags

  async run(): Promise<void> {
    const {args, flags} = await this.parse(StackSuspend)
    await this.act(args.stack, 'suspend', 'SUSPEND', flags.wait)
  }
}
