import {SavedStackCommand, savedStackFlags} from '#saved-stack'
import {stackArg} from '#stack-part'

export default class StackExport extends SavedStackCommand {
  static override summary = 'Export the data of a stack for adoption'
  static override roles = ['member']
  static override calls = ['GET /v1/{project_id}/stacks/{name}/{id}', 'GET /v1/{project_id}/stacks/{name}/{id}/export']
  static override examples = [{command: 'osc stack export --output-file web.json web', description: 'Export to a file'}]
  static override args = stackArg
  static override flags = savedStackFlags

  async run(): Promise<void> {
    const {args, flags} = await this.parse(StackExport)
    await this.save(args.stack, 'GET', 'export', flags['output-file'])
  }
}
