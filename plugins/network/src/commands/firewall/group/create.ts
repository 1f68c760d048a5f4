import {Flags, Known, projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {FirewallGroup, firewallGroupBody, firewallGroupFields, firewallGroupFlags} from '#firewall/group'
import {nameArgument, nameFlag, nameOf} from '#firewall/name'

export default class FirewallGroupCreate extends ShowCommand {
  static override summary = 'Create a firewall group'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/fwaas/firewall_policies?name={name}',
    'GET /v2.0/ports?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'POST /v2.0/fwaas/firewall_groups',
  ]
  static override requires = 'fwaas_v2'
  static override seeAlso = ['firewall group policy create']
  static override examples = [
    {
      command: 'osc firewall group create --ingress-firewall-policy ingress --port uplink web',
      description: 'Protect a port',
    },
  ]
  static override args = {
    ...nameArgument('firewall group'),
  }
  static override flags = {
    ...firewallGroupFlags,
    ...nameFlag,
    port: Flags.strings({
      description: 'Port to protect (name or ID; repeatable)',
      helpValue: 'PORT',
      exclusive: ['no-port'],
    }),
    'no-port': Flags.boolean({description: 'Protect no ports (default)', exclusive: ['port']}),
    ...projectFlags('Project that owns the firewall group (name or ID; default: your project)'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(FirewallGroupCreate)
    const name = await nameOf(this, args.name, flags.name)
    const portIds = flags['no-port'] ? [] : flags.port && (await this.api(Known.Port).ids(flags.port))
    const created = await this.api(FirewallGroup).create({
      ...(await firewallGroupBody(this.api, flags)),
      name,
      ports: portIds && [...new Set(portIds)].sort(),
      project_id: await projectOf(this.api, flags),
    })
    await this.show(created, firewallGroupFields)
  }
}
