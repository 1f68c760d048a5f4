import {Args, inDomain, ShowCommand} from '@osc-cli/core'
import {ownDomain} from '#flags'
import {Role, roleFields} from '#role'

export default class RoleShow extends ShowCommand {
  static override summary = 'Show a role'
  static override roles = ['admin', 'system reader']
  static override columns = Object.keys(roleFields)
  static override calls = ['GET /v3/domains?name={name}', 'GET /v3/roles?name={name}', 'GET /v3/roles/{id}']
  static override examples = [{command: 'osc role show member', description: 'Show its domain and description'}]
  static override args = {
    role: Args.string({description: 'Role (name or ID)', required: true}),
  }
  static override flags = {...ownDomain('role')}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(RoleShow)
    await this.show(await this.api(Role).find(args.role, await inDomain(this.api, flags.domain)), roleFields)
  }
}
