import {Args, ShowCommand} from '@osc-cli/core'
import {FirewallPolicy, firewallPolicyFields} from '#firewall/policy'

export default class FirewallGroupPolicyShow extends ShowCommand {
  static override summary = 'Show a firewall policy'
  static override roles = ['reader']
  static override columns = Object.keys(firewallPolicyFields)
  static override calls = ['GET /v2.0/fwaas/firewall_policies?name={name}', 'GET /v2.0/fwaas/firewall_policies/{id}']
  static override requires = 'fwaas_v2'
  static override examples = [{command: 'osc firewall group policy show ingress', description: 'Show its rules'}]
  static override args = {
    firewall_policy: Args.string({description: 'Firewall policy to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(FirewallGroupPolicyShow)
    await this.show(await this.api(FirewallPolicy).find(args.firewall_policy), firewallPolicyFields)
  }
}
