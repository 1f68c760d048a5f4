import {Flags, ListCommand} from '@osc-cli/core'
import {FirewallGroup, firewallGroupColumns, longFirewallGroupColumns} from '#firewall/group'

export default class FirewallGroupList extends ListCommand {
  static override summary = 'List firewall groups'
  static override roles = ['reader']
  static override columns = Object.keys({...firewallGroupColumns, ...longFirewallGroupColumns})
  static override calls = ['GET /v2.0/fwaas/firewall_groups']
  static override requires = 'fwaas_v2'
  static override examples = [{command: 'osc firewall group list', description: 'List all firewall groups'}]
  static override flags = {
    long: Flags.boolean({description: 'Include additional columns'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(FirewallGroupList)
    await this.table(flags.long ? longFirewallGroupColumns : firewallGroupColumns, this.api(FirewallGroup).list())
  }
}
