import {Args, OscCommand} from '@osc-cli/core'
import {DefaultRule} from '#default-rule'

export default class DefaultSecurityGroupRuleDelete extends OscCommand {
  static override summary = 'Delete default security group rules'
  static override roles = ['admin']
  static override calls = ['DELETE /v2.0/default-security-group-rules/{id}']
  static override requires = 'security-groups-default-rules'
  static override examples = [
    {
      command:
        'osc default security group rule delete $(osc default security group rule list -f value -c ID | tail -1)',
      description: 'Delete by ID',
    },
  ]
  static override args = {
    rule: Args.string({description: 'Default security group rules to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(DefaultSecurityGroupRuleDelete)
    const resource = this.api(DefaultRule)
    await this.each(args.rule, (id) => resource.delete(id))
  }
}
