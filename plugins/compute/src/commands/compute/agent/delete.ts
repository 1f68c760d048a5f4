import {Args, OscCommand} from '@osc-cli/core'
import {Agent, XEN_ONLY} from '#agent'

export default class ComputeAgentDelete extends OscCommand {
  static override summary = 'Delete compute agents'
  static override description = XEN_ONLY
  static override roles = ['admin']
  static override calls = ['DELETE /v2.1/os-agents/{id}']
  static override seeAlso = ['compute agent list']
  static override examples = [{command: 'osc compute agent delete 1', description: 'Delete an agent build'}]
  static override args = {
    id: Args.string({description: 'Agents to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ComputeAgentDelete)
    await this.each(args.id, (id) => this.api(Agent).delete(id))
  }
}
