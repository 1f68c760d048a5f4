import {Args, Flags, Known, OscCommand, UsageError} from '@osc-cli/core'
import {NetworkAgent} from '#network-agent'

export default class NetworkAgentAddNetwork extends OscCommand {
  static override summary = 'Add a network to an agent'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/networks?name={name}', 'POST /v2.0/agents/{id}/dhcp-networks']
  static override requires = 'dhcp_agent_scheduler'
  static override examples = [
    {
      command:
        'osc network agent add network --dhcp $(osc network agent list --agent-type dhcp -f value -c ID | tail -1) private',
      description: 'Add a network',
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
    const {args, flags} = await this.parse(NetworkAgentAddNetwork)
    if (!flags.dhcp)
      throw new UsageError('Option --dhcp is required.', {hint: 'Add --dhcp: only DHCP agents host networks.'})
    const agents = this.api(NetworkAgent)
    const id = await this.api(Known.Network).id(args.network)
    await agents.send(args.agent_id, 'POST', '/dhcp-networks', {network_id: id})
  }
}
