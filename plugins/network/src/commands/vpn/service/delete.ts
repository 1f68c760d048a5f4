import {Args, OscCommand} from '@osc-cli/core'
import {VpnService} from '#vpn/service'

export default class VpnServiceDelete extends OscCommand {
  static override summary = 'Delete VPN services'
  static override roles = ['member']
  static override calls = ['GET /v2.0/vpn/vpnservices?name={name}', 'DELETE /v2.0/vpn/vpnservices/{id}']
  static override requires = 'vpnaas'
  static override examples = [{command: 'osc vpn service delete site', description: 'Delete by name'}]
  static override args = {
    vpnservice: Args.string({description: 'VPN services to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(VpnServiceDelete)
    const resource = this.api(VpnService)
    await this.each(args.vpnservice, async (name) => resource.delete(await resource.id(name)))
  }
}
