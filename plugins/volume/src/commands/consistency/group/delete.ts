import {Args, Flags, OscCommand} from '@osc-cli/core'
import {ConsistencyGroup} from '#consistency-group'
import {gone, waitFlags} from '#waiting'

export default class ConsistencyGroupDelete extends OscCommand {
  static override summary = 'Delete consistency groups'
  static override roles = []
  static override calls = ['GET /v3/consistencygroups/detail?name={name}', 'POST /v3/consistencygroups/{id}/delete']
  static override seeAlso = ['consistency group list']
  static override examples = [{command: 'osc consistency group delete database', description: 'Delete a group'}]
  static override args = {
    consistency_groups: Args.string({description: 'Groups to delete (names or IDs)', required: true, multiple: true}),
  }
  static override flags = {
    force: Flags.boolean({description: 'Delete in any state, and delete the volumes of the group as well'}),
    ...waitFlags('the groups are deleted'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ConsistencyGroupDelete)
    const groups = this.api(ConsistencyGroup)
    await this.each(args.consistency_groups, async (name) => {
      const id = await groups.id(name)
      await groups.send(id, 'POST', '/delete', {consistencygroup: {force: flags.force}})
      await gone(this, ConsistencyGroup, id, flags)
    })
  }
}
