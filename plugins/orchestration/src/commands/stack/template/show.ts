import {showFormat} from '@osc-cli/core'
import {StackPartCommand, stackArg} from '#stack-part'

export default class StackTemplateShow extends StackPartCommand {
  static override summary = 'Show the template of a stack'
  static override roles = ['reader']
  static override calls = ['GET /v1/{project_id}/stacks/{name}/{id}/template']
  static override examples = [{command: 'osc stack template show web', description: 'Show a template as YAML'}]
  static override args = stackArg
  static override flags = {format: showFormat({byDefault: 'yaml'})}

  async run(): Promise<void> {
    const {args} = await this.parse(StackTemplateShow)
    await this.showAsIs(await this.part(args.stack, 'template'))
  }
}
