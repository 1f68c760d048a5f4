import {Args, Flags, Known, OscCommand, tagSetFlags} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {saveTags} from '#tags'

export default class SecurityGroupSet extends OscCommand {
  static override summary = 'Change a security group'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/security-groups?name={name}',
    'PUT /v2.0/security-groups/{id}',
    'PUT /v2.0/security-groups/{id}/tags',
  ]
  static override needs = {
    stateful: {extension: 'stateful-security-group'},
    stateless: {extension: 'stateful-security-group'},
  }
  static override seeAlso = ['security group unset']
  static override examples = [
    {command: 'osc security group set --description "Web servers" web', description: 'Change the description'},
  ]
  static override args = {
    group: Args.string({description: 'Security group to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NEW-NAME'}),
    description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
    ...Flags.choices({stateful: 'Track connections', stateless: 'Do not track connections'}),
    ...tagSetFlags('security group'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(SecurityGroupSet)
    const groups = this.api(Known.SecurityGroup)
    const group = await groups.find(args.group)
    await groups.update(String(group.id), {
      name: flags.name,
      description: flags.description,
      stateful: Flags.chosen(flags, {stateful: true, stateless: false}),
      ...extraProperties(flags),
    })
    await saveTags(groups, group, flags)
  }
}
