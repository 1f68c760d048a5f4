import {Args, asObject, Flags, ShowCommand} from '@osc-cli/core'
import {ifFound} from '#if-found'
import {acceptedTransferFields, transfersOf} from '#volume-transfer-request'

export default class VolumeTransferRequestAccept extends ShowCommand {
  static override summary = 'Accept a volume from another project'
  static override roles = []
  static override calls = [
    'GET /v3/volume-transfers/detail',
    'POST /v3/volume-transfers/{id}/accept',
    'GET /v3/volume-transfers/{id}',
  ]
  static override seeAlso = ['volume transfer request create']
  static override examples = [
    {
      command: 'osc volume transfer request accept --auth-key 9266c59563c84664 87da1f4e-18d9-4b2c-9b1c-ba11ee6d3d5e',
      description: 'Take over an offered volume',
    },
  ]
  static override args = {
    transfer_request: Args.string({description: 'Transfer request (ID, or name in your project)', required: true}),
  }
  static override flags = {
    'auth-key': Flags.string({
      description: 'Key of the transfer request',
      helpValue: 'KEY',
      required: true,
      secret: true,
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeTransferRequestAccept)
    const transfers = await transfersOf(this.api)
    // Requests of other projects cannot be looked up: what is not found is taken as an ID.
    const id = (await ifFound(transfers.id(args.transfer_request))) ?? args.transfer_request
    const answer = await transfers.send(id, 'POST', '/accept', {accept: {auth_key: flags['auth-key']}})
    await this.show(asObject(answer.transfer), acceptedTransferFields)
  }
}
