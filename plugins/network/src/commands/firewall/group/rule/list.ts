import {Flags, ListCommand} from '@osc-cli/core'
import {FirewallRule, firewallRuleColumns, longFirewallRuleColumns} from '#firewall/rule'

export default class FirewallGroupRuleList extends ListCommand {
  static override summary = 'List firewall rules'
  static override roles = ['reader']
  static override columns = Object.keys({...firewallRuleColumns, ...longFirewallRuleColumns})
  static override calls = ['GET /v2.0/fwaas/firewall_rules']
  static override requires = 'fwaas_v2'
  static override examples = [{command: 'osc firewall group rule list', description: 'List all firewall rules'}]
  static override flags = {
    long: Flags.boolean({description: 'Include additional columns'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(FirewallGroupRuleList)
    await this.table(flags.long ? longFirewallRuleColumns : firewallRuleColumns, this.api(FirewallRule).list())
  }
}
