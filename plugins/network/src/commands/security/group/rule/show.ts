import {Args, ShowCommand} from '@osc-cli/core'
import {remoteRange, SecurityGroupRule, shownRule} from '#security-group-rule'

export default class SecurityGroupRuleShow extends ShowCommand {
  static override summary = 'Show a security group rule'
  static override roles = ['reader']
  static override calls = ['GET /v2.0/security-group-rules/{id}']
  static override examples = [
    {
      command: 'osc security group rule show $(osc security group rule list default -f value -c ID | tail -1)',
      description: 'Show the last rule of a group',
    },
  ]
  static override args = {
    rule: Args.string({description: 'Security group rule to show (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(SecurityGroupRuleShow)
    const rule = await this.api(SecurityGroupRule).find(args.rule)
    await this.show({...rule, remote_ip_prefix: remoteRange(rule)}, shownRule(rule))
  }
}
