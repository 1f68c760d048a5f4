import {Args, OscCommand} from '@osc-cli/core'
import {FirewallRule} from '#firewall/rule'

export default class FirewallGroupRuleDelete extends OscCommand {
  static override summary = 'Delete firewall rules'
  static override roles = ['member']
  static override calls = ['GET /v2.0/fwaas/firewall_rules?name={name}', 'DELETE /v2.0/fwaas/firewall_rules/{id}']
  static override requires = 'fwaas_v2'
  static override examples = [{command: 'osc firewall group rule delete https', description: 'Delete by name'}]
  static override args = {
    firewall_rule: Args.string({
      description: 'Firewall rules to delete (names or IDs)',
      required: true,
      multiple: true,
    }),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(FirewallGroupRuleDelete)
    const resource = this.api(FirewallRule)
    await this.each(args.firewall_rule, async (name) => resource.delete(await resource.id(name)))
  }
}
