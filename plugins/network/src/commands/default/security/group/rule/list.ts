import {Flags, ListCommand} from '@osc-cli/core'
import {DefaultRule, defaultRuleColumns} from '#default-rule'

export default class DefaultSecurityGroupRuleList extends ListCommand {
  static override summary = 'List rules for new security groups'
  static override roles = ['reader']
  static override columns = Object.keys(defaultRuleColumns)
  static override calls = ['GET /v2.0/default-security-group-rules']
  static override requires = 'security-groups-default-rules'
  static override examples = [{command: 'osc default security group rule list', description: 'List all default rules'}]
  static override flags = {
    protocol: Flags.string({
      description: 'List rules for this IP protocol',
      helpValue: 'PROTOCOL',
      parse: async (text) => text.toLowerCase(),
    }),
    ethertype: Flags.string({description: 'Ignored, as in `openstack`', helpValue: 'ETHERTYPE'}),
    ...Flags.choices({ingress: 'List rules for incoming traffic', egress: 'List rules for outgoing traffic'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(DefaultSecurityGroupRuleList)
    const rules = this.api(DefaultRule).list({
      direction: Flags.chosen(flags, {ingress: 'ingress', egress: 'egress'}),
      protocol: flags.protocol,
    })
    await this.table(defaultRuleColumns, rules)
  }
}
