import {Args, asArray, extended, Flags, Known, OscCommand} from '@osc-cli/core'
import {FirewallGroup, firewallGroupBody, firewallGroupFlags} from '#firewall/group'

export default class FirewallGroupSet extends OscCommand {
  static override summary = 'Change a firewall group'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/fwaas/firewall_policies?name={name}',
    'GET /v2.0/ports?name={name}',
    'GET /v2.0/fwaas/firewall_groups?name={name}',
    'PUT /v2.0/fwaas/firewall_groups/{id}',
  ]
  static override requires = 'fwaas_v2'
  static override seeAlso = ['firewall group unset']
  static override examples = [
    {command: 'osc firewall group set --port uplink web', description: 'Protect another port'},
  ]
  static override args = {
    firewall_group: Args.string({description: 'Firewall group to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    ...firewallGroupFlags,
    port: Flags.strings({description: 'Port to protect as well (name or ID; repeatable)', helpValue: 'PORT'}),
    'no-port': Flags.boolean({description: 'Protect no ports, or only those of --port'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(FirewallGroupSet)
    const groups = this.api(FirewallGroup)
    const [group, changes, added] = await Promise.all([
      groups.find(args.firewall_group),
      firewallGroupBody(this.api, flags),
      flags.port && this.api(Known.Port).ids(flags.port),
    ])
    const ports = extended(asArray(group.ports), added, flags['no-port'])
    await groups.update(String(group.id), {
      name: flags.name,
      ...changes,
      ports: ports && [...new Set(ports)].sort(),
    })
  }
}
