import {Args, OscCommand} from '@osc-cli/core'
import {grantFlags, grantPath} from '#grant'

export default class RoleAdd extends OscCommand {
  static override summary = 'Assign a role to a user or group'
  static override roles = ['admin']
  static override calls = [
    'GET /v3/roles?name={name}',
    'GET /v3/users?name={name}',
    'GET /v3/groups?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'PUT /v3/{projects|domains}/{id}/{users|groups}/{id}/roles/{role_id}',
    'PUT /v3/system/{users|groups}/{id}/roles/{role_id}',
    'PUT /v3/OS-INHERIT/{projects|domains}/{id}/{users|groups}/{id}/roles/{role_id}/inherited_to_projects',
  ]
  static override seeAlso = ['role assignment list', 'role remove']
  static override examples = [
    {command: 'osc role add --user demo --project demo reader', description: 'Let demo read in its project'},
    {
      command: 'osc role add --user demo --domain default --inherited reader',
      description: 'Let demo read in every project of the domain',
    },
    {
      command: 'osc role add --user admin --system all reader',
      description: 'Let admin read system resources',
    },
  ]
  static override args = {
    role: Args.string({description: 'Role to assign (name or ID)', required: true}),
  }
  static override flags = grantFlags

  async run(): Promise<void> {
    const {args, flags} = await this.parse(RoleAdd)
    const path = await grantPath(this.api, args.role, flags)
    await (await this.session()).request({service: 'identity', method: 'PUT', path})
  }
}
