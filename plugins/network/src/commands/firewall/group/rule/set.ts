import {Args, Flags, OscCommand} from '@osc-cli/core'
import {FirewallRule, firewallRuleBody, firewallRuleFlags} from '#firewall/rule'

export default class FirewallGroupRuleSet extends OscCommand {
  static override summary = 'Change a firewall rule'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/fwaas/firewall_groups?name={name}',
    'GET /v2.0/fwaas/firewall_rules?name={name}',
    'PUT /v2.0/fwaas/firewall_rules/{id}',
  ]
  static override requires = 'fwaas_v2'
  static override seeAlso = ['firewall group rule unset']
  static override examples = [
    {command: 'osc firewall group rule set --action deny https', description: 'Deny what the rule allowed'},
  ]
  static override args = {
    firewall_rule: Args.string({description: 'Firewall rule to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    ...firewallRuleFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(FirewallGroupRuleSet)
    const rules = this.api(FirewallRule)
    const [id, changes] = await Promise.all([rules.id(args.firewall_rule), firewallRuleBody(this.api, flags)])
    await rules.update(id, {name: flags.name, ...changes})
  }
}
