import {Args, Flags, OscCommand} from '@osc-cli/core'
import {FirewallPolicy} from '#firewall/policy'
import {FirewallRule} from '#firewall/rule'

export default class FirewallGroupPolicyAddRule extends OscCommand {
  static override summary = 'Add a rule to a firewall policy'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/fwaas/firewall_policies?name={name}',
    'GET /v2.0/fwaas/firewall_rules?name={name}',
    'PUT /v2.0/fwaas/firewall_policies/{id}/insert_rule',
  ]
  static override requires = 'fwaas_v2'
  static override examples = [
    {
      command: 'osc firewall group policy add rule --insert-before ssh ingress https',
      description: 'Evaluate a rule before another one',
    },
  ]
  static override args = {
    firewall_policy: Args.string({description: 'Firewall policy (name or ID)', required: true}),
    firewall_rule: Args.string({description: 'Firewall rule to add (name or ID)', required: true}),
  }
  static override flags = {
    'insert-before': Flags.string({
      description: 'Existing rule that the new one precedes (name or ID; default: all others)',
      helpValue: 'RULE',
    }),
    'insert-after': Flags.string({
      description: 'Existing rule that the new one follows (name or ID)',
      helpValue: 'RULE',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(FirewallGroupPolicyAddRule)
    const policies = this.api(FirewallPolicy)
    const rules = this.api(FirewallRule)
    const {'insert-before': next, 'insert-after': previous} = flags
    const [policy, rule, before, after] = await Promise.all([
      policies.id(args.firewall_policy),
      rules.id(args.firewall_rule),
      next ? rules.id(next) : '',
      previous ? rules.id(previous) : '',
    ])
    await policies.send(policy, 'PUT', '/insert_rule', {
      firewall_rule_id: rule,
      insert_before: before,
      insert_after: after,
    })
    await this.print(`Inserted firewall rule ${rule} in firewall policy ${args.firewall_policy}`)
  }
}
