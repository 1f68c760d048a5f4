import {Args, Known, OscCommand} from '@osc-cli/core'
import {LOOK_UP, server} from '#server-action'
import {Interface} from '#server-parts'

export default class ServerRemovePort extends OscCommand {
  static override summary = 'Detach a port from a server'
  static override roles = ['member']
  static override calls = [
    ...LOOK_UP,
    'GET /v2.0/ports?name={name}',
    'GET /v2.0/ports/{id}',
    'DELETE /v2.1/servers/{id}/os-interface/{port}',
  ]
  static override seeAlso = ['server add port']
  static override examples = [{command: 'osc server remove port web web-port', description: 'Detach a port'}]
  static override args = {
    server,
    port: Args.string({description: 'Port to detach (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ServerRemovePort)
    const [server, port] = await Promise.all([
      this.api(Known.Server).id(args.server),
      this.api(Known.Port).id(args.port),
    ])
    await this.api(Interface).under(server).delete(port)
  }
}
