import {Args, asArray, Flags, Known, OscCommand} from '@osc-cli/core'
import {FirewallGroup} from '#firewall/group'

export default class FirewallGroupUnset extends OscCommand {
  static override summary = 'Remove attributes of a firewall group'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/ports?name={name}',
    'GET /v2.0/fwaas/firewall_groups?name={name}',
    'PUT /v2.0/fwaas/firewall_groups/{id}',
  ]
  static override requires = 'fwaas_v2'
  static override seeAlso = ['firewall group set']
  static override examples = [
    {command: 'osc firewall group unset --port uplink web', description: 'Stop protecting a port'},
  ]
  static override args = {
    firewall_group: Args.string({description: 'Firewall group to change (name or ID)', required: true}),
  }
  static override flags = {
    port: Flags.strings({
      description: 'Port that is no longer protected (name or ID; repeatable)',
      helpValue: 'PORT',
      exclusive: ['all-port'],
    }),
    'all-port': Flags.boolean({description: 'Protect no ports', exclusive: ['port']}),
    'ingress-firewall-policy': Flags.boolean({description: 'Remove the policy for incoming traffic'}),
    'egress-firewall-policy': Flags.boolean({description: 'Remove the policy for outgoing traffic'}),
    share: Flags.boolean({description: 'Deprecated: use `firewall group set --no-share`'}),
    enable: Flags.boolean({description: 'Deprecated: use `firewall group set --disable`'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(FirewallGroupUnset)
    const {share, enable} = flags
    if (share) await this.note('The --share option is deprecated: use `firewall group set --no-share`.')
    if (enable) await this.note('The --enable option is deprecated: use `firewall group set --disable`.')
    const groups = this.api(FirewallGroup)
    const [group, removed] = await Promise.all([
      groups.find(args.firewall_group),
      flags.port && this.api(Known.Port).ids(flags.port),
    ])
    const left = removed && asArray(group.ports).filter((port) => !removed.includes(String(port)))
    await groups.update(String(group.id), {
      ingress_firewall_policy_id: flags['ingress-firewall-policy'] ? null : undefined,
      egress_firewall_policy_id: flags['egress-firewall-policy'] ? null : undefined,
      shared: share ? false : undefined,
      admin_state_up: enable ? false : undefined,
      ports: flags['all-port'] ? [] : left,
    })
  }
}
