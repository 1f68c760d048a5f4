import {Args, Flags, OscCommand, UsageError} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {rangeOptions, SegmentRange} from '#network-segment-range'

export default class NetworkSegmentRangeSet extends OscCommand {
  static override summary = 'Change a network segment range'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/network_segment_ranges?name={name}', 'PUT /v2.0/network_segment_ranges/{id}']
  static override requires = 'network-segment-range'
  static override examples = [
    {command: 'osc network segment range set --minimum 100 --maximum 299 rack1', description: 'Extend a range'},
  ]
  static override args = {
    network_segment_range: Args.string({description: 'Network segment range to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    minimum: Flags.integer(rangeOptions.minimum),
    maximum: Flags.integer(rangeOptions.maximum),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkSegmentRangeSet)
    const {minimum, maximum} = flags
    if ((minimum === undefined) !== (maximum === undefined))
      throw new UsageError('Options --minimum and --maximum require each other.', {hint: 'Add the missing one.'})
    const ranges = this.api(SegmentRange)
    await ranges.update(await ranges.id(args.network_segment_range), {
      name: flags.name || undefined,
      minimum,
      maximum,
      ...extraProperties(flags),
    })
  }
}
