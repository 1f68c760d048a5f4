import {Args, OscCommand} from '@osc-cli/core'
import {SegmentRange} from '#network-segment-range'

export default class NetworkSegmentRangeDelete extends OscCommand {
  static override summary = 'Delete network segment ranges'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/network_segment_ranges?name={name}', 'DELETE /v2.0/network_segment_ranges/{id}']
  static override requires = 'network-segment-range'
  static override examples = [{command: 'osc network segment range delete rack1', description: 'Delete by name'}]
  static override args = {
    network_segment_range: Args.string({
      description: 'Network segment ranges to delete (names or IDs)',
      required: true,
      multiple: true,
    }),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkSegmentRangeDelete)
    const resource = this.api(SegmentRange)
    await this.each(args.network_segment_range, async (name) => resource.delete(await resource.id(name)))
  }
}
