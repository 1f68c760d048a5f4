import {Known, OscCommand} from '@osc-cli/core'
import {agentRouterArgs, l3Flag, requireL3} from '#agent-options'
import {NetworkAgent} from '#network-agent'

export default class NetworkAgentRemoveRouter extends OscCommand {
  static override summary = 'Remove a router from an agent'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/routers?name={name}', 'DELETE /v2.0/agents/{id}/l3-routers/{router_id}']
  static override requires = 'l3_agent_scheduler'
  static override examples = [
    {
      command:
        'osc network agent remove router --l3 $(osc network agent list --agent-type l3 -f value -c ID | tail -1) edge',
      description: 'Remove a router',
    },
  ]
  static override args = {...agentRouterArgs}
  static override flags = {...l3Flag}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkAgentRemoveRouter)
    requireL3(flags)
    const id = await this.api(Known.Router).id(args.router)
    await this.api(NetworkAgent).send(args.agent_id, 'DELETE', `/l3-routers/${id}`)
  }
}
