import {Args, inDomain, OscCommand} from '@osc-cli/core'
import {ownDomain} from '#flags'
import {Role} from '#role'

export default class RoleDelete extends OscCommand {
  static override summary = 'Delete roles'
  static override roles = ['admin']
  static override calls = ['GET /v3/domains?name={name}', 'GET /v3/roles?name={name}', 'DELETE /v3/roles/{id}']
  static override examples = [
    {command: 'osc role delete --domain default auditor', description: 'Delete a role of one domain'},
    {command: 'osc role delete auditor', description: 'Delete a role and all its assignments'},
  ]
  static override args = {
    roles: Args.string({description: 'Roles to delete (names or IDs)', required: true, multiple: true}),
  }
  static override flags = {...ownDomain('roles')}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(RoleDelete)
    const where = await inDomain(this.api, flags.domain)
    await this.each(args.roles, async (role) => {
      await this.api(Role).delete(await this.api(Role).id(role, where))
    })
  }
}
