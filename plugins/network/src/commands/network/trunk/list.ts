import {Flags, ListCommand} from '@osc-cli/core'
import {longTrunkColumns, Trunk, trunkColumns} from '#network-trunk'

export default class NetworkTrunkList extends ListCommand {
  static override summary = 'List trunks'
  static override roles = ['reader']
  static override columns = Object.keys({...trunkColumns, ...longTrunkColumns})
  static override calls = ['GET /v2.0/trunks']
  static override requires = 'trunk'
  static override examples = [{command: 'osc network trunk list', description: 'List all trunks'}]
  static override flags = {
    long: Flags.boolean({description: 'Include additional columns'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(NetworkTrunkList)
    await this.table(flags.long ? longTrunkColumns : trunkColumns, this.api(Trunk).list())
  }
}
