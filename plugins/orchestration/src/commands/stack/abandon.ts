import {SavedStackCommand, savedStackFlags} from '#saved-stack'
import {stackArg} from '#stack-part'

export default class StackAbandon extends SavedStackCommand {
  static override summary = 'Abandon a stack: delete its record and keep its resources'
  static override roles = ['member']
  static override calls = [
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'DELETE /v1/{project_id}/stacks/{name}/{id}/abandon',
  ]
  static override examples = [
    {
      command: 'osc stack abandon --output-file web.json web',
      description: 'Abandon a stack and save its data for adoption',
    },
  ]
  static override args = stackArg
  static override flags = savedStackFlags

  async run(): Promise<void> {
    const {args, flags} = await this.parse(StackAbandon)
    await this.save(args.stack, 'DELETE', 'abandon', flags['output-file'])
  }
}
