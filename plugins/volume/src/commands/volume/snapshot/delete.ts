import {Args, Flags, OscCommand, UsageError} from '@osc-cli/core'
import {VolumeSnapshot} from '#volume-snapshot'
import {gone, waitFlags} from '#waiting'

export default class VolumeSnapshotDelete extends OscCommand {
  static override summary = 'Delete volume snapshots'
  static override roles = []
  static override calls = [
    'GET /v3/snapshots/detail?name={name}',
    'GET /v3/snapshots/{id}',
    'DELETE /v3/snapshots/{id}',
    'POST /v3/snapshots/{id}/action',
  ]
  static override examples = [{command: 'osc volume snapshot delete nightly', description: 'Delete a snapshot'}]
  static override args = {
    snapshots: Args.string({description: 'Snapshots to delete (names or IDs)', required: true, multiple: true}),
  }
  static override flags = {
    force: Flags.boolean({description: 'Delete in any state (administrators)'}),
    remote: Flags.boolean({description: 'Remove from Cinder only, keep the data on the back end (administrators)'}),
    ...waitFlags('the snapshots are deleted'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeSnapshotDelete)
    if (flags.remote && flags.force) throw new UsageError('--remote cannot be combined with --force.')
    const snapshots = this.api(VolumeSnapshot)
    await this.each(args.snapshots, async (name) => {
      const id = await snapshots.id(name)
      if (flags.remote) await snapshots.send(id, 'POST', '/action', {'os-unmanage': null})
      else if (flags.force) await snapshots.send(id, 'POST', '/action', {'os-force_delete': null})
      else await snapshots.delete(id)
      await gone(this, VolumeSnapshot, id, flags)
    })
  }
}
