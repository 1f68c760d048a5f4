import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {isOn} from '#given'
import {Volume} from '#volume'
import {newBackupFields, VolumeBackup} from '#volume-backup'
import {VolumeSnapshot} from '#volume-snapshot'
import {settled, waitFlags} from '#waiting'

export default class VolumeBackupCreate extends ShowCommand {
  static override summary = 'Create a volume backup'
  static override roles = []
  static override calls = [
    'GET /v3/volumes/detail?name={name}',
    'GET /v3/snapshots/detail?name={name}',
    'POST /v3/backups',
    'GET /v3/backups/{id}',
  ]
  static override needs = {property: {microversion: '3.43'}, 'availability-zone': {microversion: '3.51'}}
  static override seeAlso = ['volume backup restore', 'volume snapshot create']
  static override examples = [
    {command: 'osc volume backup create --name nightly data', description: 'Back up a volume'},
    {command: 'osc volume backup create --incremental --force data', description: 'Back up what changed while in use'},
  ]
  static override args = {volume: Args.string({description: 'Volume to back up (name or ID)', required: true})}
  static override flags = {
    name: Flags.string({description: 'Name of the backup', helpValue: 'NAME'}),
    description: Flags.string({description: 'Description'}),
    container: Flags.string({description: 'Container to store the backup in', helpValue: 'CONTAINER'}),
    snapshot: Flags.string({description: 'Snapshot of the volume to back up (name or ID)', helpValue: 'SNAPSHOT'}),
    force: Flags.boolean({description: 'Also back up a volume that is in use'}),
    incremental: Flags.boolean({description: 'Store only the changes since the previous backup'}),
    'no-incremental': Flags.boolean({description: 'Store all data (default)'}),
    property: Flags.keyValues({description: 'Property to set (repeatable)'}),
    'availability-zone': Flags.string({
      description: 'Availability zone to store the backup in (default: the zone of the source)',
      helpValue: 'ZONE',
    }),
    ...waitFlags('the backup is available'),
  }

  async run(): Promise<void> {
    const {args, flags, given} = await this.parse(VolumeBackupCreate)
    const [volume, snapshot] = await Promise.all([
      this.api(Volume).id(args.volume),
      flags.snapshot === undefined ? undefined : this.api(VolumeSnapshot).id(flags.snapshot),
    ])
    const wanted = {
      volume_id: volume,
      container: flags.container,
      name: flags.name,
      description: flags.description,
      force: flags.force,
      incremental: isOn(given, 'incremental'),
      snapshot_id: snapshot,
      metadata: Flags.toObject(flags.property),
      availability_zone: flags['availability-zone'],
    }
    // The answer does not repeat the volume.
    const backup = {...wanted, ...(await this.api(VolumeBackup).create(wanted))}
    await this.show(await settled(this, VolumeBackup, backup, flags), newBackupFields)
  }
}
