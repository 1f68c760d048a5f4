import {actionArgs, actionFlags, StackActionCommand} from '#stack-action'

export default class StackCheck extends StackActionCommand {
  static override summary = 'Check the resources of stacks'
  static override roles = ['member']
  static override calls = [
    'POST /v1/{project_id}/stacks/{name}/{id}/actions',
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'GET /v1/{project_id}/stacks/{name}/{id}/events',
  ]
  static override examples = [
    {command: 'osc stack check --wait web', description: 'Check a stack and wait for the result'},
  ]
  static override args = actionArgs
  static override flags = actionFlags

  async run(): Promise<void> {
    const {args, flags} = await this.parse(StackCheck)
    await this.act(args.stack, 'check', 'CHECK', flags.wait)
  }
}
