import {Flags, ListCommand} from '@osc-cli/core'
import {dragentColumns, SpeakerAgents} from '#bgp/dragent'
import {BgpSpeaker} from '#bgp/speaker'
import {AGENT_TYPES, NetworkAgent} from '#network-agent'

export default class BgpDragentList extends ListCommand {
  static override summary = 'List dynamic routing agents'
  static override roles = ['admin']
  static override columns = Object.keys(dragentColumns)
  static override calls = [
    'GET /v2.0/agents',
    'GET /v2.0/bgp-speakers?name={name}',
    'GET /v2.0/bgp-speakers/{id}/bgp-dragents',
  ]
  static override requires = 'bgp_dragent_scheduler'
  static override examples = [{command: 'osc bgp dragent list', description: 'List all dynamic routing agents'}]
  static override flags = {
    'bgp-speaker': Flags.string({
      description: 'List agents that host this BGP speaker (name or ID)',
      helpValue: 'BGP-SPEAKER',
    }),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(BgpDragentList)
    await this.table(dragentColumns, await this.agents(flags['bgp-speaker']))
  }

  private async agents(speaker: string | undefined) {
    if (speaker === undefined) return this.api(NetworkAgent).list({agent_type: AGENT_TYPES.bgp})
    return this.api(SpeakerAgents)
      .under(await this.api(BgpSpeaker).id(speaker))
      .list()
  }
}
