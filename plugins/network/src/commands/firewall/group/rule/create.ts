import {projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {nameArgument, nameFlag, nameOf} from '#firewall/name'
import {FirewallRule, firewallRuleBody, firewallRuleFields, firewallRuleFlags} from '#firewall/rule'

export default class FirewallGroupRuleCreate extends ShowCommand {
  static override summary = 'Create a firewall rule'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/fwaas/firewall_groups?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'POST /v2.0/fwaas/firewall_rules',
  ]
  static override requires = 'fwaas_v2'
  static override seeAlso = ['firewall group policy add rule']
  static override examples = [
    {
      command: 'osc firewall group rule create --protocol tcp --destination-port 443 --action allow https',
      description: 'Allow HTTPS',
    },
  ]
  static override args = {
    ...nameArgument('firewall rule'),
  }
  static override flags = {
    ...firewallRuleFlags,
    ...nameFlag,
    ...projectFlags('Project that owns the firewall rule (name or ID; default: your project)'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(FirewallGroupRuleCreate)
    const name = await nameOf(this, args.name, flags.name)
    const body = await firewallRuleBody(this.api, flags)
    const created = await this.api(FirewallRule).create({
      ...body,
      name,
      project_id: await projectOf(this.api, flags),
    })
    // Neutron does not send the groups that it was given.
    const {source_firewall_group_id, destination_firewall_group_id} = body
    await this.show({source_firewall_group_id, destination_firewall_group_id, ...created}, firewallRuleFields)
  }
}
