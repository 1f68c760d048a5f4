import {Args, Flags, OscCommand} from '@osc-cli/core'
import {FirewallRule} from '#firewall/rule'

export default class FirewallGroupRuleUnset extends OscCommand {
  static override summary = 'Remove attributes of a firewall rule'
  static override roles = ['member']
  static override calls = ['GET /v2.0/fwaas/firewall_rules?name={name}', 'PUT /v2.0/fwaas/firewall_rules/{id}']
  static override requires = 'fwaas_v2'
  static override seeAlso = ['firewall group rule set']
  static override examples = [
    {command: 'osc firewall group rule unset --destination-port https', description: 'Match every destination port'},
  ]
  static override args = {
    firewall_rule: Args.string({description: 'Firewall rule to change (name or ID)', required: true}),
  }
  static override flags = {
    'source-ip-address': Flags.boolean({description: 'Match every source address'}),
    'destination-ip-address': Flags.boolean({description: 'Match every destination address'}),
    'source-port': Flags.boolean({description: 'Match every source port'}),
    'destination-port': Flags.boolean({description: 'Match every destination port'}),
    'source-firewall-group': Flags.boolean({description: 'Match every source'}),
    'destination-firewall-group': Flags.boolean({description: 'Match every destination'}),
    share: Flags.boolean({description: 'Deprecated: use `firewall group rule set --no-share`'}),
    'enable-rule': Flags.boolean({description: 'Deprecated: use `firewall group rule set --disable-rule`'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(FirewallGroupRuleUnset)
    const {share, 'enable-rule': enable} = flags
    if (share) await this.note('The --share option is deprecated: use `firewall group rule set --no-share`.')
    if (enable) await this.note('The --enable-rule option is deprecated: use `firewall group rule set --disable-rule`.')
    const rules = this.api(FirewallRule)
    await rules.update(await rules.id(args.firewall_rule), {
      source_ip_address: flags['source-ip-address'] ? null : undefined,
      destination_ip_address: flags['destination-ip-address'] ? null : undefined,
      source_port: flags['source-port'] ? null : undefined,
      destination_port: flags['destination-port'] ? null : undefined,
      source_firewall_group_id: flags['source-firewall-group'] ? null : undefined,
      destination_firewall_group_id: flags['destination-firewall-group'] ? null : undefined,
      shared: share ? false : undefined,
      enabled: enable ? false : undefined,
    })
  }
}
