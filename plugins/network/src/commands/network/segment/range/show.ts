import {Args, ShowCommand} from '@osc-cli/core'
import {SegmentRange, shownSegmentRange} from '#network-segment-range'

export default class NetworkSegmentRangeShow extends ShowCommand {
  static override summary = 'Show a network segment range'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/network_segment_ranges?name={name}', 'GET /v2.0/network_segment_ranges/{id}']
  static override requires = 'network-segment-range'
  static override examples = [{command: 'osc network segment range show rack1', description: 'Show its type and range'}]
  static override args = {
    network_segment_range: Args.string({description: 'Network segment range to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkSegmentRangeShow)
    const range = await this.api(SegmentRange).find(args.network_segment_range)
    await this.show(range, shownSegmentRange(range))
  }
}
