import {Args, OscCommand} from '@osc-cli/core'
import {Segment} from '#network-segment'

export default class NetworkSegmentDelete extends OscCommand {
  static override summary = 'Delete network segments'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/segments?name={name}', 'DELETE /v2.0/segments/{id}']
  static override requires = 'segment'
  static override examples = [{command: 'osc network segment delete rack1', description: 'Delete by name'}]
  static override args = {
    network_segment: Args.string({
      description: 'Network segments to delete (names or IDs)',
      required: true,
      multiple: true,
    }),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkSegmentDelete)
    const resource = this.api(Segment)
    await this.each(args.network_segment, async (name) => resource.delete(await resource.id(name)))
  }
}
