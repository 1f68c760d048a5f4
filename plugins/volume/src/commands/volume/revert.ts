import {Args, asText, OscCommand} from '@osc-cli/core'
import {Volume} from '#volume'
import {VolumeSnapshot} from '#volume-snapshot'
import {settled, waitFlags} from '#waiting'

export default class VolumeRevert extends OscCommand {
  static override summary = 'Revert a volume to its latest snapshot'
  static override roles = []
  static override microversion = '3.40'
  static override calls = [
    'GET /v3/snapshots/detail?name={name}',
    'POST /v3/volumes/{id}/action',
    'GET /v3/volumes/{id}',
  ]
  static override seeAlso = ['volume snapshot list']
  static override examples = [{command: 'osc volume revert nightly --wait', description: 'Undo all later changes'}]
  static override args = {
    snapshot: Args.string({description: 'Latest snapshot of the volume (name or ID)', required: true}),
  }
  static override flags = waitFlags('the volume is available')

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeRevert)
    const {id, volume_id} = await this.api(VolumeSnapshot).find(args.snapshot)
    await this.api(Volume).send(asText(volume_id) ?? '', 'POST', '/action', {revert: {snapshot_id: id}})
    await settled(this, Volume, {id: volume_id}, flags, {doing: 'reverted'})
  }
}
