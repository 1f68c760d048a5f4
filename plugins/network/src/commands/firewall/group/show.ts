import {Args, ShowCommand} from '@osc-cli/core'
import {FirewallGroup, firewallGroupFields} from '#firewall/group'

export default class FirewallGroupShow extends ShowCommand {
  static override summary = 'Show a firewall group'
  static override roles = ['reader']
  static override columns = Object.keys(firewallGroupFields)
  static override calls = ['GET /v2.0/fwaas/firewall_groups?name={name}', 'GET /v2.0/fwaas/firewall_groups/{id}']
  static override requires = 'fwaas_v2'
  static override examples = [
    {command: 'osc firewall group show web', description: 'Show its policies, ports and status'},
  ]
  static override args = {
    firewall_group: Args.string({description: 'Firewall group to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(FirewallGroupShow)
    await this.show(await this.api(FirewallGroup).find(args.firewall_group), firewallGroupFields)
  }
}
