import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {lastOf} from '#given'
import {Volume} from '#volume'
import {newTransferRequestFields, transfersOf} from '#volume-transfer-request'

export default class VolumeTransferRequestCreate extends ShowCommand {
  static override summary = 'Offer a volume to another project'
  static override description = 'The key is shown once: pass it to the recipient together with the ID of the request.'
  static override roles = []
  static override calls = ['GET /v3/volumes/detail?name={name}', 'POST /v3/volume-transfers']
  static override needs = {snapshots: {microversion: '3.55'}, 'no-snapshots': {microversion: '3.55'}}
  static override seeAlso = ['volume transfer request accept']
  static override examples = [
    {command: 'osc volume transfer request create --name handover data', description: 'Offer a volume'},
  ]
  static override args = {volume: Args.string({description: 'Volume to transfer (name or ID)', required: true})}
  static override flags = {
    name: Flags.string({description: 'Name of the transfer request', helpValue: 'NAME'}),
    snapshots: Flags.boolean({description: 'Transfer the snapshots as well (default)'}),
    'no-snapshots': Flags.boolean({description: 'Do not transfer the snapshots'}),
  }

  async run(): Promise<void> {
    const {args, flags, given} = await this.parse(VolumeTransferRequestCreate)
    const last = lastOf(given, 'snapshots', 'no-snapshots')
    const transfers = await transfersOf(this.api)
    const transfer = await transfers.create({
      volume_id: await this.api(Volume).id(args.volume),
      name: flags.name,
      no_snapshots: last && last === 'no-snapshots',
    })
    await this.show(transfer, newTransferRequestFields)
  }
}
