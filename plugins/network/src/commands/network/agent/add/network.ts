import {Known, OscCommand} from '@osc-cli/core'
import {agentNetworkArgs, dhcpFlag, requireDhcp} from '#agent-options'
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
  static override args = {...agentNetworkArgs}
  static override flags = {...dhcpFlag}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkAgentAddNetwork)
    requireDhcp(flags)
    const id = await this.api(Known.Network).id(args.network)
    await this.api(NetworkAgent).send(args.agent_id, 'POST', '/dhcp-networks', {network_id: id})
  }
}
