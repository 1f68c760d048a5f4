import {Args, OscCommand} from '@osc-cli/core'
import {BgpPeer} from '#bgp/peer'
import {BgpSpeaker} from '#bgp/speaker'

export default class BgpSpeakerRemovePeer extends OscCommand {
  static override summary = 'Remove a peer from a BGP speaker'
  static override roles = ['admin']
  static override calls = [
    'GET /v2.0/bgp-speakers?name={name}',
    'GET /v2.0/bgp-peers?name={name}',
    'PUT /v2.0/bgp-speakers/{id}/remove_bgp_peer',
  ]
  static override requires = 'bgp'
  static override examples = [{command: 'osc bgp speaker remove peer border upstream', description: 'Remove a peer'}]
  static override args = {
    bgp_speaker: Args.string({description: 'BGP speaker (name or ID)', required: true}),
    bgp_peer: Args.string({description: 'BGP peer to remove (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(BgpSpeakerRemovePeer)
    const speakers = this.api(BgpSpeaker)
    const [speaker, peer] = await Promise.all([speakers.id(args.bgp_speaker), this.api(BgpPeer).id(args.bgp_peer)])
    await speakers.send(speaker, 'PUT', '/remove_bgp_peer', {bgp_peer_id: peer})
  }
}
