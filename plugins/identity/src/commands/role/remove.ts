import {Args, OscCommand} from '@osc-cli/core'
import {grantFlags, grantPath} from '#grant'

export default class RoleRemove extends OscCommand {
  static override summary = 'Take a role on the system, a domain or a project from a user or a group.'
  static override roles = ['admin', 'domain admin']
  static override calls = ['DELETE /v3/{projects|domains|system}/{id}/{users|groups}/{id}/roles/{role_id}']
  static override examples = [
    {
      command: 'osc role remove --user demo --project demo reader',
      description: 'Undo: role add --user demo --project demo reader',
    },
    {command: 'osc role remove --user demo --domain default --inherited reader', description: 'An inherited one'},
    {command: 'osc role remove --user admin --system all reader', description: 'One on the system'},
  ]
  static override args = {
    role: Args.string({description: 'Role to take (name or ID).', required: true}),
  }
  static override flags = grantFlags

  async run(): Promise<void> {
    const {args, flags} = await this.parse(RoleRemove)
    const path = await grantPath(this.api, args.role, flags, {mayBeGone: true})
    await (await this.session()).request({service: 'identity', method: 'DELETE', path})
  }
}
