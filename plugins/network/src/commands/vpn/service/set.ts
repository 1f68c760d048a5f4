import {Args, Flags, OscCommand} from '@osc-cli/core'
import {VpnService, vpnServiceBody, vpnServiceFlags, vpnServiceNeeds} from '#vpn/service'

export default class VpnServiceSet extends OscCommand {
  static override summary = 'Change a VPN service'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/subnets?name={name}',
    'GET /v2.0/flavors?name={name}',
    'GET /v2.0/vpn/vpnservices?name={name}',
    'PUT /v2.0/vpn/vpnservices/{id}',
  ]
  static override requires = 'vpnaas'
  static override needs = vpnServiceNeeds
  static override examples = [{command: 'osc vpn service set --disable site', description: 'Disable a VPN service'}]
  static override args = {
    vpnservice: Args.string({description: 'VPN service to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    ...vpnServiceFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VpnServiceSet)
    const services = this.api(VpnService)
    const [id, changes] = await Promise.all([services.id(args.vpnservice), vpnServiceBody(this.api, flags)])
    await services.update(id, {name: flags.name, ...changes})
  }
}
