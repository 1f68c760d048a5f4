import {Args, Flags, isEmpty, OscCommand} from '@osc-cli/core'
import {ConsistencyGroup} from '#consistency-group'

export default class ConsistencyGroupSet extends OscCommand {
  static override summary = 'Change a consistency group'
  static override roles = []
  static override calls = ['GET /v3/consistencygroups/detail?name={name}', 'PUT /v3/consistencygroups/{id}']
  static override seeAlso = ['consistency group add volume']
  static override examples = [{command: 'osc consistency group set --name db database', description: 'Rename a group'}]
  static override args = {
    consistency_group: Args.string({description: 'Group to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    description: Flags.string({description: 'New description'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ConsistencyGroupSet)
    const body = {name: flags.name || undefined, description: flags.description || undefined}
    if (isEmpty(body)) return
    const groups = this.api(ConsistencyGroup)
    await groups.update(await groups.id(args.consistency_group), body)
  }
}
