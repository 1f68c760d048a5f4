import {Args, OscCommand} from '@osc-cli/core'
import {NetworkAgent} from '#network-agent'

export default class NetworkAgentDelete extends OscCommand {
  static override summary = 'Delete network agents'
  static override roles = ['admin']
  static override calls = ['DELETE /v2.0/agents/{id}']
  static override requires = 'agent'
  static override examples = [
    {
      command: 'osc network agent delete $(osc network agent list -f value -c ID | tail -1)',
      description: 'Delete by ID',
    },
  ]
  static override args = {
    network_agent: Args.string({description: 'Network agents to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkAgentDelete)
    const agents = this.api(NetworkAgent)
    await this.each(args.network_agent, (id) => agents.delete(id))
  }
}
