import {Flags, Known, OscCommand} from '@osc-cli/core'
import {agentRouterArgs, priorityOption} from '#agent-options'
import {NetworkAgent} from '#network-agent'

export default class NetworkAgentRouterSet extends OscCommand {
  static override summary = 'Change a router that an agent hosts'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/routers?name={name}', 'PUT /v2.0/agents/{id}/l3-routers/{router_id}']
  static override requires = 'l3_agent_scheduler'
  static override examples = [
    {
      command:
        'osc network agent router set --ha-chassis-priority 2 $(osc network agent list --agent-type l3 -f value -c ID | tail -1) edge',
      description: 'Change the priority',
    },
  ]
  static override args = {...agentRouterArgs}
  static override flags = {
    'ha-chassis-priority': Flags.integer({...priorityOption, required: true}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkAgentRouterSet)
    const id = await this.api(Known.Router).id(args.router)
    await this.api(NetworkAgent).send(args.agent_id, 'PUT', `/l3-routers/${id}`, {
      ha_chassis_priority: flags['ha-chassis-priority'],
    })
  }
}
