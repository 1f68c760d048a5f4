import {Args, OscCommand} from '@osc-cli/core'
import {accepted} from '#accepted'
import {Environment} from '#environment'

export default class WorkflowEnvDelete extends OscCommand {
  static override summary = 'Delete workflow environments'
  static override roles = ['member']
  static override calls = ['DELETE /v2/environments/{name}']
  static override seeAlso = ['workflow env list']
  static override examples = [{command: 'osc workflow env delete staging', description: 'Delete one environment'}]
  static override args = {
    environment: Args.string({description: 'Environments to delete (names)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(WorkflowEnvDelete)
    await this.each(args.environment, async (name) => {
      await this.api(Environment).delete(name)
      await this.print(accepted('environment', name))
    })
  }
}
