import {Flags, firstOf, Known, ListCommand, pageFlags} from '@osc-cli/core'
import {longSegmentColumns, Segment, segmentColumns} from '#network-segment'

export default class NetworkSegmentList extends ListCommand {
  static override summary = 'List network segments'
  static override roles = ['admin']
  static override columns = Object.keys({...segmentColumns, ...longSegmentColumns})
  static override calls = ['GET /v2.0/networks?name={name}', 'GET /v2.0/segments']
  static override requires = 'segment'
  static override examples = [{command: 'osc network segment list', description: 'List all network segments'}]
  static override flags = {
    long: Flags.boolean({description: 'Include additional columns'}),
    network: Flags.string({description: 'List network segments of this network (name or ID)', helpValue: 'NETWORK'}),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(NetworkSegmentList)
    const network = flags.network ? await this.api(Known.Network).id(flags.network) : undefined
    const rows = this.api(Segment).list({network_id: network, marker: flags.marker, limit: flags.limit})
    await this.table(flags.long ? longSegmentColumns : segmentColumns, firstOf(rows, flags['max-items']))
  }
}
