import {Args, Known, OscCommand} from '@osc-cli/core'
import {LOOK_UP, server} from '#server-action'
import {Interface} from '#server-parts'

export default class ServerRemoveNetwork extends OscCommand {
  static override summary = 'Detach a network from a server'
  static override description = 'Detaches all ports of the server on the network.'
  static override roles = ['member']
  static override calls = [
    ...LOOK_UP,
    'GET /v2.0/networks?name={name}',
    'GET /v2.0/networks/{id}',
    'GET /v2.1/servers/{id}/os-interface',
    'DELETE /v2.1/servers/{id}/os-interface/{port}',
  ]
  static override seeAlso = ['server add network']
  static override examples = [{command: 'osc server remove network web private', description: 'Detach a network'}]
  static override args = {
    server,
    network: Args.string({description: 'Network to detach (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ServerRemoveNetwork)
    const [server, network] = await Promise.all([
      this.api(Known.Server).id(args.server),
      this.api(Known.Network).id(args.network),
    ])
    const interfaces = this.api(Interface).under(server)
    const attached = await Array.fromAsync(interfaces.list())
    const ports = attached.filter(({net_id}) => net_id === network).map(({port_id}) => String(port_id))
    await this.each(ports, (port) => interfaces.delete(port))
  }
}
