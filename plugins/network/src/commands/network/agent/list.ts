import {Flags, firstOf, Known, ListCommand, pageFlags, pick} from '@osc-cli/core'
import {NetworkAgents, RouterAgents} from '#agent-resources'
import {AGENT_TYPES, agentColumns, agentFields, NetworkAgent} from '#network-agent'

export default class NetworkAgentList extends ListCommand {
  static override summary = 'List network agents'
  static override roles = ['admin']
  static override calls = [
    'GET /v2.0/networks?name={name}',
    'GET /v2.0/routers?name={name}',
    'GET /v2.0/agents',
    'GET /v2.0/networks/{id}/dhcp-agents',
    'GET /v2.0/routers/{id}/l3-agents',
  ]
  static override requires = 'agent'
  static override examples = [{command: 'osc network agent list', description: 'List all agents'}]
  static override flags = {
    'agent-type': Flags.string({
      description: 'List agents of this type',
      options: Object.keys(AGENT_TYPES),
    }),
    host: Flags.string({description: 'List agents on this host', helpValue: 'HOST'}),
    network: Flags.string({
      description: 'List agents that host this network (name or ID)',
      helpValue: 'NETWORK',
      exclusive: ['router'],
    }),
    router: Flags.string({
      description: 'List agents that host this router (name or ID)',
      helpValue: 'ROUTER',
      exclusive: ['network'],
    }),
    long: Flags.boolean({description: 'Include the HA state (with --router)'}),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(NetworkAgentList)
    const {network, router, 'agent-type': type} = flags
    if (network !== undefined) {
      const id = await this.api(Known.Network).id(network)
      await this.table(agentColumns, this.api(NetworkAgents).under(id).list())
    } else if (router !== undefined) {
      const id = await this.api(Known.Router).id(router)
      const columns = flags.long ? {...agentColumns, ...pick(agentFields, {'HA State': 'ha_state'})} : agentColumns
      await this.table(columns, this.api(RouterAgents).under(id).list())
    } else {
      const agents = this.api(NetworkAgent).list({
        agent_type: type && AGENT_TYPES[type],
        host: flags.host,
        marker: flags.marker,
        limit: flags.limit,
      })
      await this.table(agentColumns, firstOf(agents, flags['max-items']))
    }
  }
}
