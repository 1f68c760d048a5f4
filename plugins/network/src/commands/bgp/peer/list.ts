import {ListCommand} from '@osc-cli/core'
import {BgpPeer, bgpPeerColumns} from '#bgp/peer'

export default class BgpPeerList extends ListCommand {
  static override summary = 'List BGP peers'
  static override roles = ['admin']
  static override columns = Object.keys(bgpPeerColumns)
  static override calls = ['GET /v2.0/bgp-peers']
  static override requires = 'bgp'
  static override examples = [{command: 'osc bgp peer list', description: 'List all BGP peers'}]

  async run(): Promise<void> {
    await this.parse(BgpPeerList)
    await this.table(bgpPeerColumns, this.api(BgpPeer).list())
  }
}
