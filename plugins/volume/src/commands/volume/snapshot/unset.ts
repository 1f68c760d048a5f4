import {Args, Flags, OscCommand, pathSegment} from '@osc-cli/core'
import {VolumeSnapshot} from '#volume-snapshot'

export default class VolumeSnapshotUnset extends OscCommand {
  static override summary = 'Remove properties of a volume snapshot'
  static override roles = []
  static override calls = ['GET /v3/snapshots/detail?name={name}', 'DELETE /v3/snapshots/{id}/metadata/{key}']
  static override seeAlso = ['volume snapshot set']
  static override examples = [
    {command: 'osc volume snapshot unset --property keep nightly', description: 'Remove a property'},
  ]
  static override args = {snapshot: Args.string({description: 'Snapshot to change (name or ID)', required: true})}
  static override flags = {
    property: Flags.strings({description: 'Property to remove (repeatable)', helpValue: 'KEY'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeSnapshotUnset)
    const snapshots = this.api(VolumeSnapshot)
    const id = await snapshots.id(args.snapshot)
    await this.eachInOrder(flags.property ?? [], (key) =>
      snapshots.send(id, 'DELETE', `/metadata/${pathSegment(key, 'property')}`),
    )
  }
}
