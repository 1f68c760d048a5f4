import {OscCommand} from '@osc-cli/core'
import {impliedRoleArgs, impliedRoleFlags, rulePath} from '#implied-role'

export default class ImpliedRoleDelete extends OscCommand {
  static override summary = 'Delete an implied role'
  static override roles = ['admin']
  static override calls = ['GET /v3/roles?name={name}', 'DELETE /v3/roles/{prior_role_id}/implies/{implied_role_id}']
  static override examples = [
    {command: 'osc implied role delete --implied-role reader heat_stack_owner', description: 'Stop implying reader'},
  ]
  static override args = impliedRoleArgs
  static override flags = impliedRoleFlags

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ImpliedRoleDelete)
    const path = await rulePath(this.api, args.role, flags['implied-role'])
    await (await this.session()).request({service: 'identity', method: 'DELETE', path})
  }
}
