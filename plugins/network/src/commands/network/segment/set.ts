import {Args, Flags, OscCommand} from '@osc-cli/core'
import {extraProperties} from '#extra-property'
import {Segment, segmentFlags} from '#network-segment'

export default class NetworkSegmentSet extends OscCommand {
  static override summary = 'Change a network segment'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/segments?name={name}', 'PUT /v2.0/segments/{id}']
  static override requires = 'segment'
  static override examples = [
    {command: 'osc network segment set --description "Rack 1" rack1', description: 'Describe a segment'},
  ]
  static override args = {
    network_segment: Args.string({description: 'Network segment to change (name or ID)', required: true}),
  }
  static override flags = {
    ...segmentFlags,
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkSegmentSet)
    const resource = this.api(Segment)
    await resource.update(await resource.id(args.network_segment), {
      name: flags.name,
      description: flags.description,
      ...extraProperties(flags),
    })
  }
}
