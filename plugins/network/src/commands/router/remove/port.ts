import {Args, Known, OscCommand} from '@osc-cli/core'

export default class RouterRemovePort extends OscCommand {
  static override summary = 'Remove a port from a router'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/routers?name={name}',
    'GET /v2.0/ports?name={name}',
    'PUT /v2.0/routers/{id}/remove_router_interface',
  ]
  static override seeAlso = ['router show']
  static override examples = [{command: 'osc router remove port edge db', description: 'Remove a port'}]
  static override args = {
    router: Args.string({description: 'Router (name or ID)', required: true}),
    port: Args.string({description: 'Port (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(RouterRemovePort)
    const [router, port] = await Promise.all([
      this.api(Known.Router).id(args.router),
      this.api(Known.Port).id(args.port),
    ])
    await this.api(Known.Router).send(router, 'PUT', '/remove_router_interface', {port_id: port})
  }
}
