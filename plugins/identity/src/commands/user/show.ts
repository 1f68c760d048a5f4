import {Args, ShowCommand} from '@osc-cli/core'
import {ownDomain} from '#flags'
import {findOrOwn} from '#own'
import {User, userFields} from '#user'

export default class UserShow extends ShowCommand {
  static override summary = 'Show a user'
  static override roles = []
  static override columns = Object.keys(userFields)
  static override calls = ['GET /v3/domains?name={name}', 'GET /v3/users?name={name}', 'GET /v3/users/{id}']
  static override examples = [
    {command: 'osc user show demo', description: 'Show its domain, options and password expiry'},
  ]
  static override args = {
    user: Args.string({description: 'User (name or ID)', required: true}),
  }
  static override flags = {...ownDomain('user')}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(UserShow)
    const access = await (await this.session()).access()
    await this.show(await findOrOwn(this.api, access, User, args.user, flags.domain), userFields)
  }
}
