import {Args, asObject, ShowCommand} from '@osc-cli/core'
import {environmentBody, environmentFields} from '#environment'

export default class WorkflowEnvUpdate extends ShowCommand {
  static override summary = 'Update a workflow environment'
  static override description = 'Keys that the file does not have stay as they are.'
  static override roles = ['member']
  static override calls = ['PUT /v2/environments']
  static override seeAlso = ['workflow env show']
  static override examples = [{command: 'osc workflow env update staging.yaml', description: 'From a file'}]
  static override args = {file: Args.string({description: 'JSON or YAML file', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(WorkflowEnvUpdate)
    const body = await environmentBody(args.file, this.runtime.cwd, ['name'])
    const session = await this.session()
    const answer = await session.request({service: 'workflow', method: 'PUT', path: '/environments', body})
    await this.show(asObject(await answer.json()), environmentFields)
  }
}
