import {asObject, ShowCommand} from '@osc-cli/core'
import {impliedRoleArgs, impliedRoleFields, impliedRoleFlags, rulePath} from '#implied-role'

export default class ImpliedRoleCreate extends ShowCommand {
  static override summary = 'Create an implied role'
  static override roles = ['admin']
  static override calls = ['GET /v3/roles?name={name}', 'PUT /v3/roles/{prior_role_id}/implies/{implied_role_id}']
  static override examples = [
    {
      command: 'osc implied role create --implied-role reader heat_stack_owner',
      description: 'Grant reader to all users with heat_stack_owner',
    },
  ]
  static override args = impliedRoleArgs
  static override flags = impliedRoleFlags

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ImpliedRoleCreate)
    const path = await rulePath(this.api, args.role, flags['implied-role'])
    const answer = await (await this.session()).request({service: 'identity', method: 'PUT', path})
    await this.show(asObject(asObject(await answer.json()).role_inference), impliedRoleFields)
  }
}
