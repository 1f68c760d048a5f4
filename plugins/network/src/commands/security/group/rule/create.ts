import {Args, Known, projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {AddressGroup} from '#address-group'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {ruleBody, ruleFlags} from '#rule-body'
import {SecurityGroupRule, shownRule} from '#security-group-rule'

export default class SecurityGroupRuleCreate extends ShowCommand {
  static override summary = 'Create a rule in a security group'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/security-groups?name={name}',
    'GET /v2.0/address-groups?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'POST /v2.0/security-group-rules',
  ]
  static override needs = {'remote-address-group': {extension: 'security-groups-remote-address-group'}}
  static override examples = [
    {
      command: 'osc security group rule create --protocol tcp --dst-port 22 default',
      description: 'Allow SSH from anywhere',
    },
  ]
  static override args = {
    group: Args.string({description: 'Security group (name or ID)', required: true}),
  }
  static override flags = {
    ...ruleFlags,
    ...projectFlags('Project that owns the rule (name or ID; default: your project)'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(SecurityGroupRuleCreate)
    const {'remote-group': group, 'remote-address-group': addresses} = flags
    const rule = await this.api(SecurityGroupRule).create({
      ...ruleBody(flags),
      remote_group_id: group === undefined ? undefined : await this.api(Known.SecurityGroup).id(group),
      remote_address_group_id: addresses === undefined ? undefined : await this.api(AddressGroup).id(addresses),
      security_group_id: await this.api(Known.SecurityGroup).id(args.group),
      project_id: await projectOf(this.api, flags),
      ...extraProperties(flags),
    })
    await this.show(rule, shownRule(rule))
  }
}
