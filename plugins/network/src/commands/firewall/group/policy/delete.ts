import {Args, OscCommand} from '@osc-cli/core'
import {FirewallPolicy} from '#firewall/policy'

export default class FirewallGroupPolicyDelete extends OscCommand {
  static override summary = 'Delete firewall policies'
  static override roles = ['member']
  static override calls = ['GET /v2.0/fwaas/firewall_policies?name={name}', 'DELETE /v2.0/fwaas/firewall_policies/{id}']
  static override requires = 'fwaas_v2'
  static override examples = [{command: 'osc firewall group policy delete ingress', description: 'Delete by name'}]
  static override args = {
    firewall_policy: Args.string({
      description: 'Firewall policies to delete (names or IDs)',
      required: true,
      multiple: true,
    }),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(FirewallGroupPolicyDelete)
    const resource = this.api(FirewallPolicy)
    await this.each(args.firewall_policy, async (name) => resource.delete(await resource.id(name)))
  }
}
