import {asArray, asObject, Flags, firstOf, ListCommand, pageFlags} from '@osc-cli/core'
import {longSegmentRangeColumns, SegmentRange, segmentRangeColumns} from '#network-segment-range'

export default class NetworkSegmentRangeList extends ListCommand {
  static override summary = 'List network segment ranges'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/network_segment_ranges']
  static override requires = 'network-segment-range'
  static override examples = [
    {command: 'osc network segment range list --long', description: 'List all ranges with their segments'},
  ]
  static override flags = {
    long: Flags.boolean({description: 'Include additional columns'}),
    ...Flags.choices({
      used: 'List ranges that have segments in use',
      unused: 'List ranges that do not have segments in use',
    }),
    ...Flags.choices({
      available: 'List ranges that have available segments',
      unavailable: 'List ranges that do not have available segments',
    }),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(NetworkSegmentRangeList)
    const isUsed = Flags.chosen(flags, {used: true, unused: false})
    const isAvailable = Flags.chosen(flags, {available: true, unavailable: false})
    const isLong = flags.long || isUsed !== undefined || isAvailable !== undefined
    const listed = this.api(SegmentRange).list({marker: flags.marker, limit: flags.limit})
    const ranges = (await Array.fromAsync(firstOf(listed, flags['max-items']))).filter(
      ({used, available}) =>
        (isUsed === undefined || isUsed === Object.keys(asObject(used)).length > 0) &&
        (isAvailable === undefined || isAvailable === asArray(available).length > 0),
    )
    await this.table(isLong ? longSegmentRangeColumns : segmentRangeColumns, ranges)
  }
}
