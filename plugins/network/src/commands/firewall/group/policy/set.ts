import {Args, asArray, extended, Flags, OscCommand} from '@osc-cli/core'
import {FirewallPolicy, firewallPolicyBody, firewallPolicyFlags} from '#firewall/policy'
import {FirewallRule} from '#firewall/rule'

export default class FirewallGroupPolicySet extends OscCommand {
  static override summary = 'Change a firewall policy'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/fwaas/firewall_rules?name={name}',
    'GET /v2.0/fwaas/firewall_policies?name={name}',
    'PUT /v2.0/fwaas/firewall_policies/{id}',
  ]
  static override requires = 'fwaas_v2'
  static override seeAlso = ['firewall group policy add rule', 'firewall group policy unset']
  static override examples = [
    {
      command: 'osc firewall group policy set --no-firewall-rule --firewall-rule ssh ingress',
      description: 'Replace the rules',
    },
  ]
  static override args = {
    firewall_policy: Args.string({description: 'Firewall policy to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    ...firewallPolicyFlags,
    'firewall-rule': Flags.strings({
      description: 'Firewall rule to add at the end (name or ID; repeatable)',
      helpValue: 'RULE',
    }),
    'no-firewall-rule': Flags.boolean({description: 'Remove the existing rules first'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(FirewallGroupPolicySet)
    const policies = this.api(FirewallPolicy)
    const given = flags['firewall-rule']
    const [policy, added] = await Promise.all([
      policies.find(args.firewall_policy),
      given && this.api(FirewallRule).ids(given),
    ])
    await policies.update(String(policy.id), {
      name: flags.name,
      ...firewallPolicyBody(flags),
      firewall_rules: extended(asArray(policy.firewall_rules), added, flags['no-firewall-rule']),
    })
  }
}
