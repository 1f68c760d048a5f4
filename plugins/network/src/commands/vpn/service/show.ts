import {Args, ShowCommand} from '@osc-cli/core'
import {shownVpnService, VpnService} from '#vpn/service'

export default class VpnServiceShow extends ShowCommand {
  static override summary = 'Show a VPN service'
  static override roles = ['reader']
  static override calls = ['GET /v2.0/vpn/vpnservices?name={name}', 'GET /v2.0/vpn/vpnservices/{id}']
  static override requires = 'vpnaas'
  static override examples = [
    {command: 'osc vpn service show site', description: 'Show its router, addresses and status'},
  ]
  static override args = {
    vpnservice: Args.string({description: 'VPN service to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(VpnServiceShow)
    const found = await this.api(VpnService).find(args.vpnservice)
    await this.show(found, shownVpnService(found))
  }
}
