import {Args, OscCommand} from '@osc-cli/core'
import {FirewallPolicy} from '#firewall/policy'
import {FirewallRule} from '#firewall/rule'

export default class FirewallGroupPolicyRemoveRule extends OscCommand {
  static override summary = 'Remove a rule from a firewall policy'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/fwaas/firewall_policies?name={name}',
    'GET /v2.0/fwaas/firewall_rules?name={name}',
    'PUT /v2.0/fwaas/firewall_policies/{id}/remove_rule',
  ]
  static override requires = 'fwaas_v2'
  static override examples = [
    {command: 'osc firewall group policy remove rule ingress ssh', description: 'Remove a rule'},
  ]
  static override args = {
    firewall_policy: Args.string({description: 'Firewall policy (name or ID)', required: true}),
    firewall_rule: Args.string({description: 'Firewall rule to remove (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(FirewallGroupPolicyRemoveRule)
    const policies = this.api(FirewallPolicy)
    const rules = this.api(FirewallRule)
    const [policy, rule] = await Promise.all([policies.id(args.firewall_policy), rules.id(args.firewall_rule)])
    await policies.send(policy, 'PUT', '/remove_rule', {firewall_rule_id: rule})
    await this.print(`Removed firewall rule ${rule} from firewall policy ${args.firewall_policy}`)
  }
}
