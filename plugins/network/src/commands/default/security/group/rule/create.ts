import {Flags, ShowCommand} from '@osc-cli/core'
import {createdDefaultRule, DefaultRule} from '#default-rule'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {ruleBody, ruleFlags} from '#rule-body'

export default class DefaultSecurityGroupRuleCreate extends ShowCommand {
  static override summary = 'Create a rule for new security groups'
  static override roles = ['admin']
  static override calls = ['POST /v2.0/default-security-group-rules']
  static override requires = 'security-groups-default-rules'
  static override seeAlso = ['security group rule create']
  static override examples = [
    {
      command: 'osc default security group rule create --protocol tcp --dst-port 22 --for-custom-sg',
      description: 'Allow SSH in new security groups',
    },
  ]
  static override flags = {
    ...ruleFlags,
    'remote-group': Flags.string({
      description: 'Remote security group (ID, or PARENT for the new group itself)',
      helpValue: 'GROUP',
      exclusive: ['remote-ip', 'remote-address-group'],
    }),
    'remote-address-group': Flags.string({
      description: 'Remote address group (ID)',
      helpValue: 'GROUP',
      exclusive: ['remote-ip', 'remote-group'],
    }),
    'for-default-sg': Flags.boolean({description: 'Add the rule to the default security group of new projects'}),
    'for-custom-sg': Flags.boolean({description: 'Add the rule to security groups that users create'}),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(DefaultSecurityGroupRuleCreate)
    const created = await this.api(DefaultRule).create({
      ...ruleBody(flags),
      remote_group_id: flags['remote-group'],
      remote_address_group_id: flags['remote-address-group'],
      used_in_default_sg: flags['for-default-sg'],
      used_in_non_default_sg: flags['for-custom-sg'],
      ...extraProperties(flags),
    })
    await this.show(created, createdDefaultRule(created))
  }
}
