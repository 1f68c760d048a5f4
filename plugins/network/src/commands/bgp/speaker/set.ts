import {Args, Flags, OscCommand} from '@osc-cli/core'
import {advertised, advertiseFlags, BgpSpeaker} from '#bgp/speaker'

export default class BgpSpeakerSet extends OscCommand {
  static override summary = 'Change a BGP speaker'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/bgp-speakers?name={name}', 'PUT /v2.0/bgp-speakers/{id}']
  static override requires = 'bgp'
  static override examples = [
    {
      command: 'osc bgp speaker set --no-advertise-tenant-networks border',
      description: 'Advertise floating IPs only',
    },
  ]
  static override args = {
    bgp_speaker: Args.string({description: 'BGP speaker to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    ...advertiseFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(BgpSpeakerSet)
    const speakers = this.api(BgpSpeaker)
    await speakers.update(await speakers.id(args.bgp_speaker), {name: flags.name, ...advertised(flags)})
  }
}
