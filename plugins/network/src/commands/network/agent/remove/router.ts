import {Args, Flags, Known, OscCommand, UsageError} from '@osc-cli/core'
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
  static override args = {
    agent_id: Args.string({description: 'Agent (ID)', required: true}),
    router: Args.string({description: 'Router (name or ID)', required: true}),
  }
  static override flags = {
    l3: Flags.boolean({description: 'Use an L3 agent'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkAgentRemoveRouter)
    if (!flags.l3) throw new UsageError('Option --l3 is required.', {hint: 'Add --l3: only L3 agents host routers.'})
    const agents = this.api(NetworkAgent)
    const id = await this.api(Known.Router).id(args.router)
    await agents.send(args.agent_id, 'DELETE', `/l3-routers/${id}`)
  }
}
