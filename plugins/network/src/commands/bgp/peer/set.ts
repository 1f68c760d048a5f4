import {Args, Flags, OscCommand} from '@osc-cli/core'
import {BgpPeer} from '#bgp/peer'

export default class BgpPeerSet extends OscCommand {
  static override summary = 'Change a BGP peer'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/bgp-peers?name={name}', 'PUT /v2.0/bgp-peers/{id}']
  static override requires = 'bgp'
  static override examples = [{command: 'osc bgp peer set --name transit upstream', description: 'Rename a BGP peer'}]
  static override args = {
    bgp_peer: Args.string({description: 'BGP peer to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    password: Flags.string({description: 'New password', helpValue: 'PASSWORD'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(BgpPeerSet)
    const peers = this.api(BgpPeer)
    await peers.update(await peers.id(args.bgp_peer), {name: flags.name, password: flags.password})
  }
}
