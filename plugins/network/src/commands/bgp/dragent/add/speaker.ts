import {OscCommand} from '@osc-cli/core'
import {agentSpeakerArgs} from '#bgp/dragent'
import {BgpSpeaker} from '#bgp/speaker'
import {NetworkAgent} from '#network-agent'

export default class BgpDragentAddSpeaker extends OscCommand {
  static override summary = 'Add a BGP speaker to a dynamic routing agent'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/bgp-speakers?name={name}', 'POST /v2.0/agents/{id}/bgp-drinstances']
  static override requires = 'bgp_dragent_scheduler'
  static override examples = [
    {
      command: 'osc bgp dragent add speaker $(osc bgp dragent list -f value -c ID | tail -1) border',
      description: 'Add a speaker',
    },
  ]
  static override args = {...agentSpeakerArgs}

  async run(): Promise<void> {
    const {args} = await this.parse(BgpDragentAddSpeaker)
    const speaker = await this.api(BgpSpeaker).id(args.bgp_speaker)
    await this.api(NetworkAgent).send(args.dragent_id, 'POST', '/bgp-drinstances', {bgp_speaker_id: speaker})
  }
}
