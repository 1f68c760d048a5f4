import {ListCommand} from '@osc-cli/core'
import {impliedRoleColumns, RoleInference, singleRules} from '#implied-role'

export default class ImpliedRoleList extends ListCommand {
  static override summary = 'List implied roles'
  static override roles = ['admin', 'system reader']
  static override columns = Object.keys(impliedRoleColumns)
  static override calls = ['GET /v3/role_inferences']
  static override examples = [{command: 'osc implied role list', description: 'List every pair'}]

  async run(): Promise<void> {
    await this.parse(ImpliedRoleList)
    await this.table(impliedRoleColumns, singleRules(this.api(RoleInference).list()))
  }
}
