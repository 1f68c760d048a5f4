import {Args, Flags, projectFlags, ShowCommand, UsageError} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {rangeOptions, SegmentRange, shownSegmentRange} from '#network-segment-range'
import {ownProject} from '#own-project'

export default class NetworkSegmentRangeCreate extends ShowCommand {
  static override summary = 'Create a network segment range'
  static override roles = ['admin']
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'POST /v2.0/network_segment_ranges',
  ]
  static override requires = 'network-segment-range'
  static override examples = [
    {
      command:
        'osc network segment range create --network-type vlan --physical-network public --minimum 100 --maximum 199 rack1',
      description: 'Create a range of VLAN IDs',
    },
  ]
  static override args = {
    name: Args.string({description: 'Name of the new network segment range', required: true}),
  }
  static override flags = {
    ...Flags.choices({
      private: 'Reserve the network segment range for one project',
      shared: 'Share the network segment range with other projects (default)',
    }),
    ...projectFlags('Project that owns a private range (name or ID; default: your project)'),
    'network-type': Flags.string({
      description: 'Network type',
      options: ['geneve', 'gre', 'vlan', 'vxlan'],
      required: true,
    }),
    'physical-network': Flags.string({
      description: 'Physical network (VLAN only)',
      helpValue: 'PHYSICAL-NETWORK',
    }),
    minimum: Flags.integer({...rangeOptions.minimum, required: true}),
    maximum: Flags.integer({...rangeOptions.maximum, required: true}),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkSegmentRangeCreate)
    const {'network-type': type, 'physical-network': physical} = flags
    if (flags.project && !flags.private)
      throw new UsageError('Option --project requires --private.', {hint: 'Add --private.'})
    if (physical && type !== 'vlan')
      throw new UsageError(`Option --physical-network is only for network type vlan, not ${type}.`, {
        hint: 'Use --network-type vlan, or omit --physical-network.',
      })
    const created = await this.api(SegmentRange).create({
      name: args.name,
      shared: !flags.private,
      network_type: type,
      minimum: flags.minimum,
      maximum: flags.maximum,
      project_id: flags.private ? await ownProject(this, flags) : undefined,
      physical_network: physical || undefined,
      ...extraProperties(flags),
    })
    await this.show(created, shownSegmentRange(created))
  }
}
