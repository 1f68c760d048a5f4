import {Args, ShowCommand} from '@osc-cli/core'
import {BgpSpeaker, bgpSpeakerFields} from '#bgp/speaker'

export default class BgpSpeakerShow extends ShowCommand {
  static override summary = 'Show a BGP speaker'
  static override roles = ['admin']
  static override columns = Object.keys(bgpSpeakerFields)
  static override calls = ['GET /v2.0/bgp-speakers?name={name}', 'GET /v2.0/bgp-speakers/{id}']
  static override requires = 'bgp'
  static override examples = [
    {command: 'osc bgp speaker show border', description: 'Show its AS number, peers and networks'},
  ]
  static override args = {
    bgp_speaker: Args.string({description: 'BGP speaker to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(BgpSpeakerShow)
    await this.show(await this.api(BgpSpeaker).find(args.bgp_speaker), bgpSpeakerFields)
  }
}
