import {Args, Flags, Known, OscCommand, UsageError} from '@osc-cli/core'
import {NetworkAgent} from '#network-agent'

export default class NetworkAgentRemoveNetwork extends OscCommand {
  static override summary = 'Remove a network from an agent'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/networks?name={name}', 'DELETE /v2.0/agents/{id}/dhcp-networks/{network_id}']
  static override requires = 'dhcp_agent_scheduler'
  static override examples = [
    {
      command:
        'osc network agent remove network --dhcp $(osc network agent list --agent-type dhcp -f value -c ID | tail -1) private',
      description: 'Remove a network',
    },
  ]
  static override args = {
    agent_id: Args.string({description: 'Agent (ID)', required: true}),
    network: Args.string({description: 'Network (name or ID)', required: true}),
  }
  static override flags = {
    dhcp: Flags.boolean({description: 'Use a DHCP agent'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkAgentRemoveNetwork)
    if (!flags.dhcp)
      throw new UsageError('Option --dhcp is required.', {hint: 'Add --dhcp: only DHCP agents host networks.'})
    const agents = this.api(NetworkAgent)
    const id = await this.api(Known.Network).id(args.network)
    await agents.send(args.agent_id, 'DELETE', `/dhcp-networks/${id}`)
  }
}
