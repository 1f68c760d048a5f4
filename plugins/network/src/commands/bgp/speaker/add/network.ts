import {Args, Known, OscCommand} from '@osc-cli/core'
import {BgpSpeaker} from '#bgp/speaker'

export default class BgpSpeakerAddNetwork extends OscCommand {
  static override summary = 'Add a network to a BGP speaker'
  static override roles = ['admin']
  static override calls = [
    'GET /v2.0/bgp-speakers?name={name}',
    'GET /v2.0/networks?name={name}',
    'PUT /v2.0/bgp-speakers/{id}/add_gateway_network',
  ]
  static override requires = 'bgp'
  static override examples = [{command: 'osc bgp speaker add network border public', description: 'Add a network'}]
  static override args = {
    bgp_speaker: Args.string({description: 'BGP speaker (name or ID)', required: true}),
    network: Args.string({description: 'External network to add (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(BgpSpeakerAddNetwork)
    const speakers = this.api(BgpSpeaker)
    const [speaker, network] = await Promise.all([
      speakers.id(args.bgp_speaker),
      this.api(Known.Network).id(args.network),
    ])
    await speakers.send(speaker, 'PUT', '/add_gateway_network', {network_id: network})
  }
}
