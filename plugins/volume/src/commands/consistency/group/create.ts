import {Args, asObject, Flags, ShowCommand} from '@osc-cli/core'
import {ConsistencyGroup, consistencyGroupFields} from '#consistency-group'
import {ConsistencyGroupSnapshot} from '#consistency-group-snapshot'
import {VolumeType} from '#volume-type'
import {settled, waitFlags} from '#waiting'

const exactlyOne = ['volume-type', 'source', 'snapshot']

export default class ConsistencyGroupCreate extends ShowCommand {
  static override summary = 'Create a consistency group'
  static override description = 'Consistency groups are deprecated in Cinder: use `volume group create`.'
  static override roles = []
  static override calls = [
    'GET /v3/types',
    'GET /v3/consistencygroups/detail?name={name}',
    'GET /v3/cgsnapshots/detail?name={name}',
    'POST /v3/consistencygroups',
    'GET /v3/consistencygroups/{id}',
    'POST /v3/consistencygroups/create_from_src',
  ]
  static override seeAlso = ['consistency group add volume', 'volume group create']
  static override examples = [
    {command: 'osc consistency group create --volume-type fast database', description: 'Create an empty group'},
    {command: 'osc consistency group create --snapshot nightly restored', description: 'Create it from a snapshot'},
  ]
  static override args = {name: Args.string({description: 'Name of the new group'})}
  static override flags = {
    'volume-type': Flags.string({
      description: 'Volume type of the group (name or ID)',
      helpValue: 'TYPE',
      exactlyOne,
    }),
    source: Flags.string({
      description: 'Group to copy (name or ID)',
      helpValue: 'GROUP',
      aliases: ['consistency-group-source'],
      exactlyOne,
    }),
    snapshot: Flags.string({
      description: 'Snapshot of a group to copy (name or ID)',
      helpValue: 'SNAPSHOT',
      aliases: ['consistency-group-snapshot'],
      exactlyOne,
    }),
    description: Flags.string({description: 'Description'}),
    'availability-zone': Flags.string({
      description: 'Availability zone (only with --volume-type)',
      helpValue: 'ZONE',
    }),
    ...waitFlags('the group is available'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ConsistencyGroupCreate)
    const groups = this.api(ConsistencyGroup)
    const texts = {name: args.name, description: flags.description}
    const type = flags['volume-type']
    if (type !== undefined) {
      const zone = flags['availability-zone']
      const wanted = {...texts, volume_types: await this.api(VolumeType).id(type), availability_zone: zone}
      // The answer repeats the name only.
      const group = {...wanted, volume_types: [wanted.volume_types], ...(await groups.create(wanted))}
      await this.show(await settled(this, ConsistencyGroup, group, flags), consistencyGroupFields)
      return
    }
    if (flags['availability-zone']) await this.note('Warning: --availability-zone has no effect without --volume-type.')
    const [source, snapshot] = await Promise.all([
      flags.source === undefined ? undefined : groups.id(flags.source),
      flags.snapshot === undefined ? undefined : this.api(ConsistencyGroupSnapshot).id(flags.snapshot),
    ])
    const body = {...texts, source_cgid: source, cgsnapshot_id: snapshot}
    const answer = await groups.send('create_from_src', 'POST', '', {'consistencygroup-from-src': body})
    const copy = await settled(this, ConsistencyGroup, asObject(answer.consistencygroup), flags)
    await this.show(copy, consistencyGroupFields)
  }
}
