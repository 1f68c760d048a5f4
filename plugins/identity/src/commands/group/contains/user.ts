import {Args, HttpError, idIn, OscCommand} from '@osc-cli/core'
import {groupDomain, userDomain} from '#flags'
import {Group, membershipPath} from '#group'
import {User} from '#user'

export default class GroupContainsUser extends OscCommand {
  static override summary = 'Check whether a user is in a group'
  static override description =
    'The result is printed to stdout if the user is a member and to stderr if not. The exit code is 0 in both cases.'
  static override roles = ['admin', 'system reader', 'domain reader']
  static override calls = [
    'GET /v3/groups?name={name}',
    'GET /v3/users?name={name}',
    'GET /v3/domains?name={name}',
    'HEAD /v3/groups/{group_id}/users/{user_id}',
  ]
  static override examples = [
    {command: 'osc group contains user deployers demo', description: 'Check whether demo is a member'},
  ]
  static override args = {
    group: Args.string({description: 'Group (name or ID)', required: true}),
    user: Args.string({description: 'User (name or ID)', required: true}),
  }
  static override flags = {...groupDomain, ...userDomain}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(GroupContainsUser)
    const [group, user] = await Promise.all([
      idIn(this.api, Group, args.group, flags['group-domain']),
      idIn(this.api, User, args.user, flags['user-domain']),
    ])
    if (await this.isMember(membershipPath(group, user))) await this.print(`${args.user} in group ${args.group}`)
    else await this.runtime.stderr.write(`${args.user} not in group ${args.group}\n`)
  }

  private async isMember(path: string): Promise<boolean> {
    try {
      await (await this.session()).request({service: 'identity', method: 'HEAD', path})
      return true
    } catch (error) {
      if (error instanceof HttpError && [403, 404].includes(error.failure.status)) return false
      throw error
    }
  }
}
