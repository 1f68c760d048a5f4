import {Args, OscCommand} from '@osc-cli/core'
import {accessRulesOf, userOrSelf} from '#application-credential'

export default class AccessRuleDelete extends OscCommand {
  static override summary = 'Delete access rules that are not in use'
  static override roles = []
  static override calls = ['DELETE /v3/users/{user_id}/access_rules/{id}']
  static override examples = [
    {
      command: 'osc access rule delete $(osc access rule list -f value -c ID | tail -1)',
      description: 'Use the last one in the list',
    },
  ]
  static override args = {
    access_rule: Args.string({description: 'Access rules to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(AccessRuleDelete)
    const api = this.api(accessRulesOf(await userOrSelf(this.api, await this.session())))
    await this.each(args.access_rule, (rule) => api.delete(rule))
  }
}
