import {Args, Flags, idIn, OscCommand, requireChanges} from '@osc-cli/core'
import {ownDomain} from '#flags'
import {Group} from '#group'

export default class GroupSet extends OscCommand {
  static override summary = 'Change a group'
  static override roles = ['admin']
  static override calls = ['GET /v3/domains?name={name}', 'GET /v3/groups?name={name}', 'PATCH /v3/groups/{id}']
  static override examples = [
    {command: 'osc group set --description "Can deploy to production" deployers', description: 'Set a description'},
  ]
  static override args = {
    group: Args.string({description: 'Group to change (name or ID)', required: true}),
  }
  static override flags = {
    ...ownDomain('group'),
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    description: Flags.string({description: 'Description'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(GroupSet)
    const body = requireChanges({name: flags.name, description: flags.description})
    await this.api(Group).update(await idIn(this.api, Group, args.group, flags.domain), body)
  }
}
