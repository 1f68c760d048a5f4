import {Args, Flags, Known, OscCommand, UsageError} from '@osc-cli/core'
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
  static override args = {
    agent_id: Args.string({description: 'Agent (ID)', required: true}),
    router: Args.string({description: 'Router (name or ID)', required: true}),
  }
  static override flags = {
    l3: Flags.boolean({description: 'Use an L3 agent'}),
    'ha-chassis-priority': Flags.integer({
      description: 'Priority of the gateway chassis',
      helpValue: 'HA-CHASSIS-PRIORITY',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkAgentAddRouter)
    if (!flags.l3) throw new UsageError('Option --l3 is required.', {hint: 'Add --l3: only L3 agents host routers.'})
    const agents = this.api(NetworkAgent)
    const id = await this.api(Known.Router).id(args.router)
    await agents.send(args.agent_id, 'POST', '/l3-routers', {
      router_id: id,
      ha_chassis_priority: flags['ha-chassis-priority'],
    })
  }
}
