import {Args, Flags, Known, projectFlags, projectOf, ShowCommand, tagFlags} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {securityGroupFields} from '#security-group'
import {saveTags} from '#tags'

export default class SecurityGroupCreate extends ShowCommand {
  static override summary = 'Create a security group'
  static override roles = ['member']
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'POST /v2.0/security-groups',
    'PUT /v2.0/security-groups/{id}/tags',
  ]
  static override needs = {
    stateful: {extension: 'stateful-security-group'},
    stateless: {extension: 'stateful-security-group'},
  }
  static override seeAlso = ['security group rule create']
  static override examples = [
    {command: 'osc security group create --description "Web servers" web', description: 'Create a security group'},
  ]
  static override args = {
    name: Args.string({description: 'Name of the new security group', required: true}),
  }
  static override flags = {
    description: Flags.string({description: 'Description (default: the name)', helpValue: 'DESCRIPTION'}),
    ...Flags.choices({stateful: 'Track connections (default)', stateless: 'Do not track connections'}),
    ...projectFlags('Project that owns the security group (name or ID; default: your project)'),
    ...tagFlags('security group'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(SecurityGroupCreate)
    const groups = this.api(Known.SecurityGroup)
    const created = await groups.create({
      name: args.name,
      description: flags.description ?? args.name,
      stateful: Flags.chosen(flags, {stateful: true, stateless: false}),
      project_id: await projectOf(this.api, flags),
      ...extraProperties(flags),
    })
    await this.show({...created, ...(await saveTags(groups, created, flags))}, securityGroupFields)
  }
}
