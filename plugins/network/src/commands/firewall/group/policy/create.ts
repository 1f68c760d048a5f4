import {Args, Flags, projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {FirewallPolicy, firewallPolicyBody, firewallPolicyFields, firewallPolicyFlags} from '#firewall/policy'
import {FirewallRule} from '#firewall/rule'

export default class FirewallGroupPolicyCreate extends ShowCommand {
  static override summary = 'Create a firewall policy'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/fwaas/firewall_rules?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'POST /v2.0/fwaas/firewall_policies',
  ]
  static override requires = 'fwaas_v2'
  static override seeAlso = ['firewall group policy add rule']
  static override examples = [
    {
      command: 'osc firewall group policy create --firewall-rule https --firewall-rule ssh ingress',
      description: 'Create a policy of two rules',
    },
  ]
  static override args = {
    name: Args.string({description: 'Name of the new firewall policy', required: true}),
  }
  static override flags = {
    ...firewallPolicyFlags,
    'firewall-rule': Flags.strings({
      description: 'Firewall rule, in the order of evaluation (name or ID; repeatable)',
      helpValue: 'RULE',
      exclusive: ['no-firewall-rule'],
    }),
    'no-firewall-rule': Flags.boolean({
      description: 'Create the policy without rules (default)',
      exclusive: ['firewall-rule'],
    }),
    ...projectFlags('Project that owns the firewall policy (name or ID; default: your project)'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(FirewallGroupPolicyCreate)
    const rules = flags['firewall-rule']
    const created = await this.api(FirewallPolicy).create({
      ...firewallPolicyBody(flags),
      name: args.name,
      firewall_rules: flags['no-firewall-rule'] ? [] : rules && (await this.api(FirewallRule).ids(rules)),
      project_id: await projectOf(this.api, flags),
    })
    await this.show(created, firewallPolicyFields)
  }
}
