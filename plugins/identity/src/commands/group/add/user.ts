import {Args, idIn, inDomain, OscCommand} from '@osc-cli/core'
import {groupDomain, userDomain} from '#flags'
import {Group, membershipPath} from '#group'
import {User} from '#user'

export default class GroupAddUser extends OscCommand {
  static override summary = 'Add users to a group'
  static override roles = ['admin']
  static override calls = [
    'GET /v3/groups?name={name}',
    'GET /v3/users?name={name}',
    'GET /v3/domains?name={name}',
    'PUT /v3/groups/{group_id}/users/{user_id}',
  ]
  static override examples = [{command: 'osc group add user deployers demo', description: 'Add demo to the group'}]
  static override args = {
    group: Args.string({description: 'Group (name or ID)', required: true}),
    users: Args.string({description: 'Users to add (names or IDs)', required: true, multiple: true}),
  }
  static override flags = {...groupDomain, ...userDomain}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(GroupAddUser)
    const [group, where] = await Promise.all([
      idIn(this.api, Group, args.group, flags['group-domain']),
      inDomain(this.api, flags['user-domain']),
    ])
    const session = await this.session()
    await this.each(args.users, async (user) => {
      const path = membershipPath(group, await this.api(User).id(user, where))
      await session.request({service: 'identity', method: 'PUT', path})
    })
  }
}
