import {Args, OscCommand} from '@osc-cli/core'
import {ConsistencyGroup} from '#consistency-group'
import {Volume} from '#volume'

export default class ConsistencyGroupRemoveVolume extends OscCommand {
  static override summary = 'Remove volumes from a consistency group'
  static override roles = []
  static override calls = [
    'GET /v3/volumes/detail?name={name}',
    'GET /v3/consistencygroups/detail?name={name}',
    'PUT /v3/consistencygroups/{id}',
  ]
  static override seeAlso = ['consistency group add volume']
  static override examples = [
    {command: 'osc consistency group remove volume database data logs', description: 'Remove two volumes'},
  ]
  static override args = {
    consistency_group: Args.string({description: 'Group to remove the volumes from (name or ID)', required: true}),
    volumes: Args.string({description: 'Volumes to remove (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ConsistencyGroupRemoveVolume)
    const groups = this.api(ConsistencyGroup)
    const volumes = await this.api(Volume).ids(args.volumes)
    await groups.update(await groups.id(args.consistency_group), {remove_volumes: volumes.join(',')})
  }
}
