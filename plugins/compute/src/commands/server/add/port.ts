import {Args, Flags, Known, OscCommand} from '@osc-cli/core'
import {LOOK_UP, server} from '#server-action'
import {Interface} from '#server-parts'

export default class ServerAddPort extends OscCommand {
  static override summary = 'Attach a port to a server'
  static override roles = ['member']
  static override calls = [
    ...LOOK_UP,
    'GET /v2.0/ports?name={name}',
    'GET /v2.0/ports/{id}',
    'POST /v2.1/servers/{id}/os-interface',
  ]
  static override needs = {tag: {microversion: '2.49'}}
  static override seeAlso = ['server remove port']
  static override examples = [{command: 'osc server add port web web-port', description: 'Attach a port'}]
  static override args = {
    server,
    port: Args.string({description: 'Port to attach (name or ID)', required: true}),
  }
  static override flags = {tag: Flags.string({description: 'Tag of the interface', helpValue: 'TAG'})}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerAddPort)
    const [server, port] = await Promise.all([
      this.api(Known.Server).id(args.server),
      this.api(Known.Port).id(args.port),
    ])
    await this.api(Interface)
      .under(server)
      .create({port_id: port, tag: flags.tag || undefined})
  }
}
