import {Args, ShowCommand} from '@osc-cli/core'
import {transfersOf, volumeTransferRequestFields} from '#volume-transfer-request'

export default class VolumeTransferRequestShow extends ShowCommand {
  static override summary = 'Show a volume transfer request'
  static override roles = []
  static override columns = Object.keys(volumeTransferRequestFields)
  static override calls = ['GET /v3/volume-transfers/detail', 'GET /v3/volume-transfers/{id}']
  static override examples = [{command: 'osc volume transfer request show handover', description: 'Show its volume'}]
  static override args = {
    transfer_request: Args.string({description: 'Transfer request (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(VolumeTransferRequestShow)
    const transfers = await transfersOf(this.api)
    await this.show(await transfers.find(args.transfer_request), volumeTransferRequestFields)
  }
}
