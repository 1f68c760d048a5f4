import {Flags, ListCommand} from '@osc-cli/core'
import {AgentSpeakers} from '#bgp/dragent'
import {BgpSpeaker, bgpSpeakerColumns} from '#bgp/speaker'

export default class BgpSpeakerList extends ListCommand {
  static override summary = 'List BGP speakers'
  static override roles = ['admin']
  static override columns = Object.keys(bgpSpeakerColumns)
  static override calls = ['GET /v2.0/bgp-speakers', 'GET /v2.0/agents/{id}/bgp-drinstances']
  static override requires = 'bgp'
  static override needs = {agent: {extension: 'bgp_dragent_scheduler'}}
  static override examples = [{command: 'osc bgp speaker list', description: 'List all BGP speakers'}]
  static override flags = {
    agent: Flags.string({description: 'List speakers that this agent hosts (ID)', helpValue: 'AGENT'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(BgpSpeakerList)
    const speakers = flags.agent === undefined ? this.api(BgpSpeaker) : this.api(AgentSpeakers).under(flags.agent)
    await this.table(bgpSpeakerColumns, speakers.list())
  }
}
