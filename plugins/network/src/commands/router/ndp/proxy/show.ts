import {Args, ShowCommand} from '@osc-cli/core'
import {NdpProxy, shownNdpProxy} from '#ndp-proxy'

export default class RouterNdpProxyShow extends ShowCommand {
  static override summary = 'Show an NDP proxy'
  static override roles = ['reader']
  static override calls = ['GET /v2.0/ndp_proxies?name={name}', 'GET /v2.0/ndp_proxies/{id}']
  static override requires = 'l3-ndp-proxy'
  static override examples = [
    {command: 'osc router ndp proxy show web', description: 'Show its router, port and address'},
  ]
  static override args = {
    ndp_proxy: Args.string({description: 'NDP proxy to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(RouterNdpProxyShow)
    const proxy = await this.api(NdpProxy).find(args.ndp_proxy)
    await this.show(proxy, shownNdpProxy(proxy))
  }
}
