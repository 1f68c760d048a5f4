import {Flags, ListCommand} from '@osc-cli/core'
import {FirewallPolicy, firewallPolicyColumns, longFirewallPolicyColumns} from '#firewall/policy'

export default class FirewallGroupPolicyList extends ListCommand {
  static override summary = 'List firewall policies'
  static override roles = ['reader']
  static override columns = Object.keys({...firewallPolicyColumns, ...longFirewallPolicyColumns})
  static override calls = ['GET /v2.0/fwaas/firewall_policies']
  static override requires = 'fwaas_v2'
  static override examples = [{command: 'osc firewall group policy list', description: 'List all firewall policies'}]
  static override flags = {
    long: Flags.boolean({description: 'Include additional columns'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(FirewallGroupPolicyList)
    await this.table(flags.long ? longFirewallPolicyColumns : firewallPolicyColumns, this.api(FirewallPolicy).list())
  }
}
