import {Args, ShowCommand} from '@osc-cli/core'
import {agentFields, NetworkAgent} from '#network-agent'

export default class NetworkAgentShow extends ShowCommand {
  static override summary = 'Show a network agent'
  static override roles = ['admin']
  static override columns = Object.keys(agentFields)
  static override calls = ['GET /v2.0/agents/{id}']
  static override requires = 'agent'
  static override examples = [
    {
      command: 'osc network agent show $(osc network agent list -f value -c ID | tail -1)',
      description: 'Show its host, state and configuration',
    },
  ]
  static override args = {
    network_agent: Args.string({description: 'Network agent to show (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkAgentShow)
    await this.show(await this.api(NetworkAgent).find(args.network_agent), agentFields)
  }
}
