import {Args, ShowCommand} from '@osc-cli/core'
import {Bgpvpn, shownBgpvpn} from '#bgpvpn/bgpvpn'

export default class BgpvpnShow extends ShowCommand {
  static override summary = 'Show a BGP VPN'
  static override roles = ['reader']
  static override calls = ['GET /v2.0/bgpvpn/bgpvpns?name={name}', 'GET /v2.0/bgpvpn/bgpvpns/{id}']
  static override requires = 'bgpvpn'
  static override examples = [
    {command: 'osc bgpvpn show branch', description: 'Show its route targets and associations'},
  ]
  static override args = {
    bgpvpn: Args.string({description: 'BGP VPN to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(BgpvpnShow)
    const found = await this.api(Bgpvpn).find(args.bgpvpn)
    await this.show(found, shownBgpvpn(found))
  }
}
