import {Args, OscCommand} from '@osc-cli/core'
import {BgpPeer} from '#bgp/peer'

export default class BgpPeerDelete extends OscCommand {
  static override summary = 'Delete a BGP peer'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/bgp-peers?name={name}', 'DELETE /v2.0/bgp-peers/{id}']
  static override requires = 'bgp'
  static override examples = [{command: 'osc bgp peer delete upstream', description: 'Delete by name'}]
  static override args = {
    bgp_peer: Args.string({description: 'BGP peer to delete (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(BgpPeerDelete)
    const peers = this.api(BgpPeer)
    await peers.delete(await peers.id(args.bgp_peer))
  }
}
