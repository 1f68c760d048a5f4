import {Args, Flags, Known, ShowCommand} from '@osc-cli/core'
import {NdpProxy, shownNdpProxy} from '#ndp-proxy'

export default class RouterNdpProxyCreate extends ShowCommand {
  static override summary = 'Create an NDP proxy for a router'
  static override roles = ['member']
  static override calls = ['GET /v2.0/routers?name={name}', 'GET /v2.0/ports?name={name}', 'POST /v2.0/ndp_proxies']
  static override requires = 'l3-ndp-proxy'
  static override examples = [
    {
      command: 'osc router ndp proxy create --name web --port db edge',
      description: 'Publish the IPv6 address of a port',
    },
  ]
  static override args = {
    router: Args.string({description: 'Router (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'Name', helpValue: 'NAME'}),
    port: Flags.string({description: 'Port to publish (name or ID)', helpValue: 'PORT', required: true}),
    'ip-address': Flags.string({description: 'IPv6 address of the port, if it has several', helpValue: 'IP-ADDRESS'}),
    description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(RouterNdpProxyCreate)
    const [router, port] = await Promise.all([
      this.api(Known.Router).id(args.router),
      this.api(Known.Port).id(flags.port),
    ])
    const created = await this.api(NdpProxy).create({
      name: flags.name,
      router_id: router,
      ip_address: flags['ip-address'] || undefined,
      port_id: port,
      description: flags.description,
    })
    await this.show(created, shownNdpProxy(created))
  }
}
