import {Args, Flags, Known, OscCommand} from '@osc-cli/core'
import {LOOK_UP, server} from '#server-action'
import {Interface} from '#server-parts'

export default class ServerAddNetwork extends OscCommand {
  static override summary = 'Attach a network to a server'
  static override roles = ['member']
  static override calls = [
    ...LOOK_UP,
    'GET /v2.0/networks?name={name}',
    'GET /v2.0/networks/{id}',
    'POST /v2.1/servers/{id}/os-interface',
  ]
  static override needs = {tag: {microversion: '2.49'}}
  static override seeAlso = ['server remove network']
  static override examples = [{command: 'osc server add network web private', description: 'Attach a network'}]
  static override args = {
    server,
    network: Args.string({description: 'Network to attach (name or ID)', required: true}),
  }
  static override flags = {tag: Flags.string({description: 'Tag of the interface', helpValue: 'TAG'})}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerAddNetwork)
    const [server, network] = await Promise.all([
      this.api(Known.Server).id(args.server),
      this.api(Known.Network).id(args.network),
    ])
    await this.api(Interface)
      .under(server)
      .create({net_id: network, tag: flags.tag || undefined})
  }
}
