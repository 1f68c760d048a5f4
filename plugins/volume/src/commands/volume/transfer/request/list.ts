import {Flags, ListCommand} from '@osc-cli/core'
import {transfersOf, volumeTransferRequestColumns} from '#volume-transfer-request'

export default class VolumeTransferRequestList extends ListCommand {
  static override summary = 'List volume transfer requests'
  static override roles = []
  static override columns = Object.keys(volumeTransferRequestColumns)
  static override calls = ['GET /v3/volume-transfers/detail', 'GET /v3/os-volume-transfer/detail']
  static override seeAlso = ['volume transfer request show']
  static override examples = [{command: 'osc volume transfer request list', description: 'List pending transfers'}]
  static override flags = {
    'all-projects': Flags.boolean({description: 'List transfer requests of all projects (administrators)'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(VolumeTransferRequestList)
    const transfers = await transfersOf(this.api)
    const query = {all_tenants: flags['all-projects'] || undefined}
    await this.table(volumeTransferRequestColumns, transfers.list(query))
  }
}
