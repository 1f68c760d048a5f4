import {OscCommand} from '@osc-cli/core'
import {AgentSpeakers, agentSpeakerArgs} from '#bgp/dragent'
import {BgpSpeaker} from '#bgp/speaker'

export default class BgpDragentRemoveSpeaker extends OscCommand {
  static override summary = 'Remove a BGP speaker from a dynamic routing agent'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/bgp-speakers?name={name}', 'DELETE /v2.0/agents/{agent_id}/bgp-drinstances/{id}']
  static override requires = 'bgp_dragent_scheduler'
  static override examples = [
    {
      command: 'osc bgp dragent remove speaker $(osc bgp dragent list -f value -c ID | tail -1) border',
      description: 'Remove a speaker',
    },
  ]
  static override args = {...agentSpeakerArgs}

  async run(): Promise<void> {
    const {args} = await this.parse(BgpDragentRemoveSpeaker)
    const speaker = await this.api(BgpSpeaker).id(args.bgp_speaker)
    await this.api(AgentSpeakers).under(args.dragent_id).delete(speaker)
  }
}
