import {Args, asArray, Flags, OscCommand} from '@osc-cli/core'
import {FirewallPolicy} from '#firewall/policy'
import {FirewallRule} from '#firewall/rule'

export default class FirewallGroupPolicyUnset extends OscCommand {
  static override summary = 'Remove attributes of a firewall policy'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/fwaas/firewall_rules?name={name}',
    'GET /v2.0/fwaas/firewall_policies?name={name}',
    'PUT /v2.0/fwaas/firewall_policies/{id}',
  ]
  static override requires = 'fwaas_v2'
  static override seeAlso = ['firewall group policy set']
  static override examples = [
    {command: 'osc firewall group policy unset --firewall-rule ssh ingress', description: 'Remove a rule'},
  ]
  static override args = {
    firewall_policy: Args.string({description: 'Firewall policy to change (name or ID)', required: true}),
  }
  static override flags = {
    'firewall-rule': Flags.strings({
      description: 'Firewall rule to remove (name or ID; repeatable)',
      helpValue: 'RULE',
      exclusive: ['all-firewall-rule'],
    }),
    'all-firewall-rule': Flags.boolean({description: 'Remove all firewall rules', exclusive: ['firewall-rule']}),
    audited: Flags.boolean({description: 'Mark the firewall policy as not audited'}),
    share: Flags.boolean({description: 'Deprecated: use `firewall group policy set --no-share`'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(FirewallGroupPolicyUnset)
    const {share, audited, 'firewall-rule': given} = flags
    if (share) await this.note('The --share option is deprecated: use `firewall group policy set --no-share`.')
    const policies = this.api(FirewallPolicy)
    const [policy, removed] = await Promise.all([
      policies.find(args.firewall_policy),
      given && this.api(FirewallRule).ids(given),
    ])
    const left = removed && asArray(policy.firewall_rules).filter((rule) => !removed.includes(String(rule)))
    await policies.update(String(policy.id), {
      firewall_rules: flags['all-firewall-rule'] ? [] : left,
      audited: audited ? false : undefined,
      shared: share ? false : undefined,
    })
  }
}
