import {Args, OscCommand} from '@osc-cli/core'
import {ConsistencyGroup} from '#consistency-group'
import {Volume} from '#volume'

export default class ConsistencyGroupAddVolume extends OscCommand {
  static override summary = 'Add volumes to a consistency group'
  static override roles = []
  static override calls = [
    'GET /v3/volumes/detail?name={name}',
    'GET /v3/consistencygroups/detail?name={name}',
    'PUT /v3/consistencygroups/{id}',
  ]
  static override seeAlso = ['consistency group remove volume']
  static override examples = [
    {command: 'osc consistency group add volume database data logs', description: 'Add two volumes'},
  ]
  static override args = {
    consistency_group: Args.string({description: 'Group to add the volumes to (name or ID)', required: true}),
    volumes: Args.string({description: 'Volumes to add (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ConsistencyGroupAddVolume)
    const groups = this.api(ConsistencyGroup)
    const volumes = await this.api(Volume).ids(args.volumes)
    await groups.update(await groups.id(args.consistency_group), {add_volumes: volumes.join(',')})
  }
}
