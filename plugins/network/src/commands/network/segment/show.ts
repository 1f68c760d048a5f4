import {Args, ShowCommand} from '@osc-cli/core'
import {Segment, shownSegment} from '#network-segment'

export default class NetworkSegmentShow extends ShowCommand {
  static override summary = 'Show a network segment'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/segments?name={name}', 'GET /v2.0/segments/{id}']
  static override requires = 'segment'
  static override examples = [{command: 'osc network segment show rack1', description: 'Show its network, type and ID'}]
  static override args = {
    network_segment: Args.string({description: 'Network segment to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkSegmentShow)
    const segment = await this.api(Segment).find(args.network_segment)
    await this.show(segment, shownSegment(segment))
  }
}
