import {Args, ShowCommand} from '@osc-cli/core'
import {FirewallRule, firewallRuleFields} from '#firewall/rule'

export default class FirewallGroupRuleShow extends ShowCommand {
  static override summary = 'Show a firewall rule'
  static override roles = ['reader']
  static override columns = Object.keys(firewallRuleFields)
  static override calls = ['GET /v2.0/fwaas/firewall_rules?name={name}', 'GET /v2.0/fwaas/firewall_rules/{id}']
  static override requires = 'fwaas_v2'
  static override examples = [
    {command: 'osc firewall group rule show https', description: 'Show the criteria and the action of a rule'},
  ]
  static override args = {
    firewall_rule: Args.string({description: 'Firewall rule to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(FirewallGroupRuleShow)
    const rules = this.api(FirewallRule)
    // Only the rule itself says which policies have it; a list does not.
    await this.show(await rules.get(await rules.id(args.firewall_rule)), firewallRuleFields)
  }
}
