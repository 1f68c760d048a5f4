import {Args, OscCommand} from '@osc-cli/core'
import {FirewallGroup} from '#firewall/group'

export default class FirewallGroupDelete extends OscCommand {
  static override summary = 'Delete firewall groups'
  static override roles = ['member']
  static override calls = ['GET /v2.0/fwaas/firewall_groups?name={name}', 'DELETE /v2.0/fwaas/firewall_groups/{id}']
  static override requires = 'fwaas_v2'
  static override examples = [{command: 'osc firewall group delete web', description: 'Delete by name'}]
  static override args = {
    firewall_group: Args.string({
      description: 'Firewall groups to delete (names or IDs)',
      required: true,
      multiple: true,
    }),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(FirewallGroupDelete)
    const resource = this.api(FirewallGroup)
    await this.each(args.firewall_group, async (name) => resource.delete(await resource.id(name)))
  }
}
