import {Args, ShowCommand} from '@osc-cli/core'
import {accessRuleFields, accessRulesOf, userOrSelf} from '#application-credential'

export default class AccessRuleShow extends ShowCommand {
  static override summary = 'Show an access rule'
  static override roles = []
  static override columns = Object.keys(accessRuleFields)
  static override calls = ['GET /v3/users/{user_id}/access_rules/{id}']
  static override examples = [
    {
      command: 'osc access rule show $(osc access rule list -f value -c ID | tail -1)',
      description: 'Use the last one in the list',
    },
  ]
  static override args = {
    access_rule: Args.string({description: 'Access rule (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(AccessRuleShow)
    const user = await userOrSelf(this.api, await this.session())
    await this.show(await this.api(accessRulesOf(user)).find(args.access_rule), accessRuleFields)
  }
}
