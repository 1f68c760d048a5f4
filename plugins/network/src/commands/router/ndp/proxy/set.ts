import {Args, Flags, OscCommand} from '@osc-cli/core'
import {NdpProxy} from '#ndp-proxy'

export default class RouterNdpProxySet extends OscCommand {
  static override summary = 'Change an NDP proxy'
  static override roles = ['member']
  static override calls = ['GET /v2.0/ndp_proxies?name={name}', 'PUT /v2.0/ndp_proxies/{id}']
  static override requires = 'l3-ndp-proxy'
  static override examples = [{command: 'osc router ndp proxy set --name db web', description: 'Rename an NDP proxy'}]
  static override args = {
    ndp_proxy: Args.string({description: 'NDP proxy to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(RouterNdpProxySet)
    const proxies = this.api(NdpProxy)
    await proxies.update(await proxies.id(args.ndp_proxy), {name: flags.name, description: flags.description})
  }
}
