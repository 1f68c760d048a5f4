import {Args, ShowCommand} from '@osc-cli/core'
import {BgpPeer, bgpPeerFields} from '#bgp/peer'

export default class BgpPeerShow extends ShowCommand {
  static override summary = 'Show a BGP peer'
  static override roles = ['admin']
  static override columns = Object.keys(bgpPeerFields)
  static override calls = ['GET /v2.0/bgp-peers?name={name}', 'GET /v2.0/bgp-peers/{id}']
  static override requires = 'bgp'
  static override examples = [{command: 'osc bgp peer show upstream', description: 'Show its address and AS number'}]
  static override args = {
    bgp_peer: Args.string({description: 'BGP peer to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(BgpPeerShow)
    await this.show(await this.api(BgpPeer).find(args.bgp_peer), bgpPeerFields)
  }
}
