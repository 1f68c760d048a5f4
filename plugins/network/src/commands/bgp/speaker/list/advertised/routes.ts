import {Args, asArray, asObject, ListCommand} from '@osc-cli/core'
import {BgpSpeaker} from '#bgp/speaker'

export default class BgpSpeakerListAdvertisedRoutes extends ListCommand {
  static override summary = 'List the routes that a BGP speaker advertises'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/bgp-speakers?name={name}', 'GET /v2.0/bgp-speakers/{id}/get_advertised_routes']
  static override requires = 'bgp'
  static override examples = [
    {command: 'osc bgp speaker list advertised routes border', description: 'List all routes'},
  ]
  static override args = {
    bgp_speaker: Args.string({description: 'BGP speaker (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(BgpSpeakerListAdvertisedRoutes)
    const speakers = this.api(BgpSpeaker)
    const {advertised_routes: routes} = await speakers.send(
      await speakers.id(args.bgp_speaker),
      'GET',
      '/get_advertised_routes',
    )
    await this.table({Destination: 'destination', Nexthop: 'next_hop'}, asArray(routes).map(asObject))
  }
}
