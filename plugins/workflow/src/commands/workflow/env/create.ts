import {Args, ShowCommand} from '@osc-cli/core'
import {Environment, environmentBody, environmentFields} from '#environment'

export default class WorkflowEnvCreate extends ShowCommand {
  static override summary = 'Create a workflow environment'
  static override description = 'The file has the keys name, variables and, optionally, description and scope.'
  static override roles = ['member']
  static override calls = ['POST /v2/environments']
  static override seeAlso = ['workflow env update', 'workflow execution create']
  static override examples = [{command: 'osc workflow env create staging.yaml', description: 'From a file'}]
  static override args = {file: Args.string({description: 'JSON or YAML file', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(WorkflowEnvCreate)
    const body = await environmentBody(args.file, this.runtime.cwd, ['name', 'variables'])
    await this.show(await this.api(Environment).create(body), environmentFields)
  }
}
