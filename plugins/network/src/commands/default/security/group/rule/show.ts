import {Args, ShowCommand} from '@osc-cli/core'
import {DefaultRule, shownDefaultRule} from '#default-rule'

export default class DefaultSecurityGroupRuleShow extends ShowCommand {
  static override summary = 'Show a default security group rule'
  static override roles = ['reader']
  static override calls = ['GET /v2.0/default-security-group-rules/{id}']
  static override requires = 'security-groups-default-rules'
  static override examples = [
    {
      command: 'osc default security group rule show $(osc default security group rule list -f value -c ID | tail -1)',
      description: 'Show its protocol and ports',
    },
  ]
  static override args = {
    rule: Args.string({description: 'Default security group rule to show (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(DefaultSecurityGroupRuleShow)
    const rule = await this.api(DefaultRule).find(args.rule)
    await this.show(rule, shownDefaultRule(rule))
  }
}
