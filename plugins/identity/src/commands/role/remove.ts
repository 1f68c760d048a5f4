import {Args, OscCommand} from '@osc-cli/core'
import {grantFlags, grantPath} from '#grant'

export default class RoleRemove extends OscCommand {
  static override summary = 'Remove a role from a user or group'
  static override roles = ['admin']
  static override calls = [
    'GET /v3/roles?name={name}',
    'GET /v3/users?name={name}',
    'GET /v3/groups?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'DELETE /v3/{projects|domains}/{id}/{users|groups}/{id}/roles/{role_id}',
    'DELETE /v3/system/{users|groups}/{id}/roles/{role_id}',
    'DELETE /v3/OS-INHERIT/{projects|domains}/{id}/{users|groups}/{id}/roles/{role_id}/inherited_to_projects',
  ]
  static override examples = [
    {
      command: 'osc role remove --user demo --project demo reader',
      description: 'Undo with: role add --user demo --project demo reader',
    },
    {
      command: 'osc role remove --user demo --domain default --inherited reader',
      description: 'Remove an inherited role',
    },
    {command: 'osc role remove --user admin --system all reader', description: 'Remove a role on the system'},
  ]
  static override args = {
    role: Args.string({description: 'Role to remove (name or ID)', required: true}),
  }
  static override flags = grantFlags

  async run(): Promise<void> {
    const {args, flags} = await this.parse(RoleRemove)
    const path = await grantPath(this.api, args.role, flags, {allowMissing: true})
    await (await this.session()).request({service: 'identity', method: 'DELETE', path})
  }
}
