import {Flags, Known, OscCommand} from '@osc-cli/core'
import {agentRouterArgs, l3Flag, priorityOption, requireL3} from '#agent-options'
import {NetworkAgent} from '#network-agent'

export default class NetworkAgentAddRouter extends OscCommand {
  static override summary = 'Add a router to an agent'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/routers?name={name}', 'POST /v2.0/agents/{id}/l3-routers']
  static override requires = 'l3_agent_scheduler'
  static override examples = [
    {
      command:
        'osc network agent add router --l3 $(osc network agent list --agent-type l3 -f value -c ID | tail -1) edge',
      description: 'Add a router',
    },
  ]
  static override args = {...agentRouterArgs}
  static override flags = {
    ...l3Flag,
    'ha-chassis-priority': Flags.integer(priorityOption),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkAgentAddRouter)
    requireL3(flags)
    const id = await this.api(Known.Router).id(args.router)
    await this.api(NetworkAgent).send(args.agent_id, 'POST', '/l3-routers', {
      router_id: id,
      ha_chassis_priority: flags['ha-chassis-priority'],
    })
  }
}
