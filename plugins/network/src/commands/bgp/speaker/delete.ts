import {Args, OscCommand} from '@osc-cli/core'
import {BgpSpeaker} from '#bgp/speaker'

export default class BgpSpeakerDelete extends OscCommand {
  static override summary = 'Delete a BGP speaker'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/bgp-speakers?name={name}', 'DELETE /v2.0/bgp-speakers/{id}']
  static override requires = 'bgp'
  static override examples = [{command: 'osc bgp speaker delete border', description: 'Delete by name'}]
  static override args = {
    bgp_speaker: Args.string({description: 'BGP speaker to delete (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(BgpSpeakerDelete)
    const speakers = this.api(BgpSpeaker)
    await speakers.delete(await speakers.id(args.bgp_speaker))
  }
}
