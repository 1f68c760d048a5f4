import {Args, inDomain, OscCommand} from '@osc-cli/core'
import {ownDomain} from '#flags'
import {User} from '#user'

export default class UserDelete extends OscCommand {
  static override summary = 'Delete users'
  static override roles = ['admin']
  static override calls = ['GET /v3/domains?name={name}', 'GET /v3/users?name={name}', 'DELETE /v3/users/{id}']
  static override examples = [{command: 'osc user delete ada grace', description: 'Delete two users'}]
  static override args = {
    users: Args.string({description: 'Users to delete (names or IDs)', required: true, multiple: true}),
  }
  static override flags = {...ownDomain('users')}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(UserDelete)
    const where = await inDomain(this.api, flags.domain)
    await this.each(args.users, async (user) => {
      await this.api(User).delete(await this.api(User).id(user, where))
    })
  }
}
