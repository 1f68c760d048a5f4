import {Args, Flags, OscCommand} from '@osc-cli/core'
import {NetworkAgent} from '#network-agent'

export default class NetworkAgentSet extends OscCommand {
  static override summary = 'Change a network agent'
  static override roles = ['admin']
  static override calls = ['PUT /v2.0/agents/{id}']
  static override requires = 'agent'
  static override examples = [
    {
      command: 'osc network agent set --disable $(osc network agent list -f value -c ID | tail -1)',
      description: 'Disable an agent',
    },
  ]
  static override args = {
    network_agent: Args.string({description: 'Network agent to change (ID)', required: true}),
  }
  static override flags = {
    description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
    ...Flags.choices({enable: 'Enable the network agent', disable: 'Disable the network agent'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkAgentSet)
    await this.api(NetworkAgent).update(args.network_agent, {
      description: flags.description,
      admin_state_up: Flags.chosen(flags, {enable: true, disable: false}),
    })
  }
}
