import {Args, OscCommand} from '@osc-cli/core'
import {BgpPeer} from '#bgp/peer'
import {BgpSpeaker} from '#bgp/speaker'

export default class BgpSpeakerAddPeer extends OscCommand {
  static override summary = 'Add a peer to a BGP speaker'
  static override roles = ['admin']
  static override calls = [
    'GET /v2.0/bgp-speakers?name={name}',
    'GET /v2.0/bgp-peers?name={name}',
    'PUT /v2.0/bgp-speakers/{id}/add_bgp_peer',
  ]
  static override requires = 'bgp'
  static override examples = [{command: 'osc bgp speaker add peer border upstream', description: 'Add a peer'}]
  static override args = {
    bgp_speaker: Args.string({description: 'BGP speaker (name or ID)', required: true}),
    bgp_peer: Args.string({description: 'BGP peer to add (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(BgpSpeakerAddPeer)
    const speakers = this.api(BgpSpeaker)
    const [speaker, peer] = await Promise.all([speakers.id(args.bgp_speaker), this.api(BgpPeer).id(args.bgp_peer)])
    await speakers.send(speaker, 'PUT', '/add_bgp_peer', {bgp_peer_id: peer})
  }
}
