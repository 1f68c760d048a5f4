import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {Volume} from '#volume'
import {VolumeSnapshot, volumeSnapshotFields} from '#volume-snapshot'
import {settled, waitFlags} from '#waiting'

export default class VolumeSnapshotCreate extends ShowCommand {
  static override summary = 'Create a volume snapshot'
  static override roles = []
  static override calls = [
    'GET /v3/volumes/detail?name={name}',
    'POST /v3/snapshots',
    'POST /v3/manageable_snapshots',
    'GET /v3/snapshots/{id}',
  ]
  static override seeAlso = ['volume create', 'volume revert']
  static override examples = [
    {command: 'osc volume snapshot create --volume data nightly --wait', description: 'Save the content of a volume'},
  ]
  static override args = {
    snapshot_name: Args.string({description: 'Name of the new snapshot', required: true}),
  }
  static override flags = {
    volume: Flags.string({description: 'Volume (name or ID; default: the name of the snapshot)', helpValue: 'VOLUME'}),
    description: Flags.string({description: 'Description'}),
    force: Flags.boolean({description: 'Also of an attached volume (not needed since microversion 3.66)'}),
    property: Flags.keyValues({description: 'Property to set (repeatable)'}),
    'remote-source': Flags.keyValues({
      description:
        'Manage an existing snapshot of the back end: how it is identified there (repeatable; administrators)',
    }),
    ...waitFlags('the snapshot is available'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeSnapshotCreate)
    const ref = Flags.toObject(flags['remote-source'])
    if (ref && flags.force) await this.note('Warning: --force has no effect with --remote-source.')
    const snapshots = this.api(ref ? {...VolumeSnapshot, path: '/manageable_snapshots'} : VolumeSnapshot)
    const needsForce = !ref && !(await snapshots.microversion()).atLeast('3.66')
    const snapshot = await snapshots.create({
      volume_id: await this.api(Volume).id(flags.volume || args.snapshot_name),
      ref,
      force: needsForce ? flags.force : undefined,
      name: args.snapshot_name,
      description: flags.description,
      metadata: Flags.toObject(flags.property),
    })
    await this.show(await settled(this, VolumeSnapshot, snapshot, flags), volumeSnapshotFields)
  }
}
