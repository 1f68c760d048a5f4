import {Args, OscCommand} from '@osc-cli/core'
import {transfersOf} from '#volume-transfer-request'

export default class VolumeTransferRequestDelete extends OscCommand {
  static override summary = 'Delete volume transfer requests'
  static override roles = []
  static override calls = ['GET /v3/volume-transfers/detail', 'DELETE /v3/volume-transfers/{id}']
  static override examples = [
    {command: 'osc volume transfer request delete handover', description: 'Withdraw an offer'},
  ]
  static override args = {
    transfer_request: Args.string({
      description: 'Transfer requests to delete (names or IDs)',
      required: true,
      multiple: true,
    }),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(VolumeTransferRequestDelete)
    const transfers = await transfersOf(this.api)
    await this.each(args.transfer_request, async (name) => transfers.delete(await transfers.id(name)))
  }
}
