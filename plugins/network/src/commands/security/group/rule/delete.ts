import {Args, OscCommand} from '@osc-cli/core'
import {SecurityGroupRule} from '#security-group-rule'

export default class SecurityGroupRuleDelete extends OscCommand {
  static override summary = 'Delete security group rules'
  static override roles = ['member']
  static override calls = ['DELETE /v2.0/security-group-rules/{id}']
  static override examples = [
    {
      command: 'osc security group rule delete $(osc security group rule list web -f value -c ID | tail -1)',
      description: 'Delete the last rule of a group',
    },
  ]
  static override args = {
    rule: Args.string({description: 'Security group rules to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(SecurityGroupRuleDelete)
    const rules = this.api(SecurityGroupRule)
    await this.each(args.rule, (rule) => rules.delete(rule))
  }
}
