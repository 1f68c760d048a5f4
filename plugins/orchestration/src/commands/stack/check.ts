import {actionArgs, actionFlags, StackActionCommand} from '#stack-action'

export default class StackCheck extends StackActionCommand {
  static override summary = 'Check that the resources of stacks are as they should be.'
  static override roles = ['member']
  static override calls = [
    'POST /v1/{project_id}/stacks/{name}/{id}/actions',
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'GET /v1/{project_id}/stacks/{name}/{id}/events',
  ]
  static override examples = [{command: 'osc stack check --wait web', description: 'Is it all still there'}]
  static override args = actionArgs
  static override flags = actionFlags

  async run(): Promise<void> {
    const {args, flags} = await this.parse(StackCheck)
    await this.act(args.stack, 'check', 'CHECK', flags.wait)
  }
}
