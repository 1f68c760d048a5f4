import {Args, Flags, firstOf, Known, ListCommand, pageFlags, projectFlags, projectOf} from '@osc-cli/core'
import {ruleColumns, SecurityGroupRule} from '#security-group-rule'

export default class SecurityGroupRuleList extends ListCommand {
  static override summary = 'List rules of security groups'
  static override roles = ['reader']
  static override calls = [
    'GET /v2.0/security-groups?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v2.0/security-group-rules',
  ]
  static override examples = [
    {command: 'osc security group rule list default', description: 'List the rules of one security group'},
  ]
  static override args = {
    group: Args.string({description: 'Security group (name or ID; default: all)', required: false}),
  }
  static override flags = {
    protocol: Flags.string({
      description: 'List rules for this IP protocol',
      helpValue: 'PROTOCOL',
      parse: async (text) => text.toLowerCase(),
    }),
    ethertype: Flags.string({description: 'Ignored, as in `openstack`', helpValue: 'ETHERTYPE'}),
    ...Flags.choices({ingress: 'List rules for incoming traffic', egress: 'List rules for outgoing traffic'}),
    long: Flags.boolean({description: 'Ignored: all columns are always included'}),
    ...projectFlags('List rules of this project (name or ID)'),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(SecurityGroupRuleList)
    const group = args.group === undefined ? undefined : await this.api(Known.SecurityGroup).id(args.group)
    const rules = this.api(SecurityGroupRule).list({
      security_group_id: group,
      direction: Flags.chosen(flags, {ingress: 'ingress', egress: 'egress'}),
      protocol: flags.protocol,
      project_id: await projectOf(this.api, flags),
      marker: flags.marker,
      limit: flags.limit,
    })
    const columns = group === undefined ? {...ruleColumns, 'Security Group': 'security_group_id'} : ruleColumns
    await this.table(columns, firstOf(rules, flags['max-items']))
  }
}
