import {Args, OscCommand} from '@osc-cli/core'
import {NdpProxy} from '#ndp-proxy'

export default class RouterNdpProxyDelete extends OscCommand {
  static override summary = 'Delete NDP proxies'
  static override roles = ['member']
  static override calls = ['GET /v2.0/ndp_proxies?name={name}', 'DELETE /v2.0/ndp_proxies/{id}']
  static override requires = 'l3-ndp-proxy'
  static override examples = [{command: 'osc router ndp proxy delete web', description: 'Delete by name'}]
  static override args = {
    ndp_proxy: Args.string({description: 'NDP proxies to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(RouterNdpProxyDelete)
    const resource = this.api(NdpProxy)
    await this.each(args.ndp_proxy, async (name) => resource.delete(await resource.id(name)))
  }
}
