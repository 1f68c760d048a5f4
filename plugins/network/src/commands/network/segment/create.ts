import {Args, Flags, Known, ShowCommand} from '@osc-cli/core'
import {extraProperties} from '#extra-property'
import {Segment, segmentFlags, shownSegment} from '#network-segment'

export default class NetworkSegmentCreate extends ShowCommand {
  static override summary = 'Create a network segment'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/networks?name={name}', 'POST /v2.0/segments']
  static override requires = 'segment'
  static override examples = [
    {
      command:
        'osc network segment create --network private --network-type vlan --physical-network public --segment 42 rack1',
      description: 'Create a segment',
    },
  ]
  static override args = {
    name: Args.string({description: 'Name of the new network segment', required: true}),
  }
  static override flags = {
    ...segmentFlags,
    'physical-network': Flags.string({description: 'Physical network', helpValue: 'PHYSICAL-NETWORK'}),
    segment: Flags.integer({description: 'Segment ID: VLAN ID or tunnel ID', helpValue: 'SEGMENT'}),
    network: Flags.string({description: 'Network of the segment (name or ID)', helpValue: 'NETWORK', required: true}),
    'network-type': Flags.string({
      description: 'Network type',
      options: ['flat', 'geneve', 'gre', 'local', 'vlan', 'vxlan'],
      required: true,
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkSegmentCreate)
    const segment = await this.api(Segment).create({
      name: args.name,
      network_id: await this.api(Known.Network).id(flags.network),
      network_type: flags['network-type'],
      description: flags.description,
      physical_network: flags['physical-network'],
      segmentation_id: flags.segment,
      ...extraProperties(flags),
    })
    await this.show(segment, shownSegment(segment))
  }
}
