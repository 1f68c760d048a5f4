import {actionArgs, actionFlags, StackActionCommand} from '#stack-action'

export default class StackResume extends StackActionCommand {
  static override summary = 'Resume suspended stacks'
  static override roles = ['member']
  static override calls = [
    'POST /v1/{project_id}/stacks/{name}/{id}/actions',
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'GET /v1/{project_id}/stacks/{name}/{id}/events',
  ]
  static override examples = [{command: 'osc stack resume --wait web', description: 'Resume a stack and wait'}]
  static override args = actionArgs
  static override flags = actionFlags

  async run(): Promise<void> {
    const {args, flags} = await this.parse(StackResume)
    await this.act(args.stack, 'resume', 'RESUME', flags.wait)
  }
}
